package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a ledger changes when KakaoPay shows cancels that it does not have: they are added to what was refunded, and
/// open refunds are cut to what is left, the newest first. So nothing ever exceeds what was paid.
///
/// Whatever was sent of an open refund is bound to the old balance: it cannot take effect any more, and the refund is
/// requested again, with the present balance. One of the same amount as a cancel made outside is held until a person
/// has decided, sent or not: that cancel may have been made instead of it. Only a person ends that.
public final class LedgerCorrection {

    private final Ledger before;
    private final Instant at;
    private final @Nullable String traceparent;
    private final List<Refund> changed = new ArrayList<>();
    private final Set<Long> outsideKrw = new HashSet<>();

    /// What is left for further ones, at KakaoPay.
    private Amounts left;

    private LedgerCorrection(Ledger before, Instant at, @Nullable String traceparent) {
        this.before = before;
        this.at = at;
        this.traceparent = traceparent;
        LedgerAmounts amounts = before.amounts();
        this.left = amounts.paid().minus(amounts.refunded());
    }

    /// @param inquired the refund that was inquired about
    /// @param traceparent of the inquiry
    /// @throws IllegalArgumentException if more moved than was left
    public static Ledger of(
            Ledger before,
            List<Movement> movements,
            @Nullable UUID inquired,
            Instant at,
            @Nullable String traceparent) {
        return new LedgerCorrection(before, at, traceparent).after(movements, inquired);
    }

    private Ledger after(List<Movement> movements, @Nullable UUID inquired) {
        LedgerAmounts amounts = before.amounts();
        movements.forEach(this::add);
        Amounts refunded = amounts.paid().minus(left);
        long elsewhereKrw = Math.min(amounts.elsewhereKrw(), left.totalKrw());
        Amounts reserved = Amounts.NOTHING;
        for (Refund refund : before.refunds()) {
            if (RefundState.of(refund) instanceof Open open) {
                Amounts part = fit(open, elsewhereKrw, refund.id().equals(inquired));
                left = left.minus(part);
                reserved = reserved.plus(part);
            }
        }
        return before.correct(new LedgerAmounts(amounts.paid(), refunded, reserved, elsewhereKrw), changed);
    }

    private void add(Movement movement) {
        Refund added =
                switch (movement) {
                    case Movement.Outside outside -> outside(outside);
                    case Movement.Late late -> late(late);
                };
        left = left.minus(added.amounts());
        changed.add(added);
    }

    private Refund outside(Movement.Outside outside) {
        outsideKrw.add(outside.amountKrw());
        Amounts part = TaxApportionment.of(left, outside.amountKrw());
        Instant canceledAt = outside.canceledAt() == null ? at : outside.canceledAt();
        return RefundBuilder.builder()
                .id(Ids.next())
                .paymentId(before.payment().paymentId())
                .version(1)
                .status(RefundStatus.SUCCEEDED)
                .origin(Origin.OUTSIDE)
                .amountKrw(part.totalKrw())
                .vatKrw(part.vatKrw())
                .taxFreeKrw(part.taxFreeKrw())
                .reason(Failure.REFUNDED_OUTSIDE.name())
                .aid(outside.aids().getFirst())
                .moreAids(outside.aids().subList(1, outside.aids().size()))
                .canceledAt(canceledAt)
                .requestedAt(canceledAt)
                .finishedAt(at)
                .traceparent(traceparent)
                .build();
    }

    private Refund late(Movement.Late late) {
        Failed failed = before.refund(late.refundId())
                .map(RefundState::of)
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("no such failed refund"));
        Amounts own = failed.refund().amounts();
        return failed.succeedLate(fitting(own, own.totalKrw()), late.aid(), late.canceledAt(), at)
                .refund();
    }

    /// @return what stays reserved for it
    private Amounts fit(Open open, long elsewhereKrw, boolean isInquired) {
        Refund refund = open.refund();
        long amountKrw = Math.min(refund.amountKrw(), left.totalKrw() - elsewhereKrw);
        if (amountKrw == 0) {
            changed.add(open.nothingLeft(at).refund());
            return Amounts.NOTHING;
        }
        Amounts part = fitting(refund.amounts(), amountKrw);
        boolean isHeld = refund.isHeld() || outsideKrw.contains(refund.amountKrw());
        boolean restarts = open.status().isUnsettled() && !isHeld && isInquired;
        if (!part.equals(refund.amounts()) || isHeld != refund.isHeld() || restarts) {
            changed.add((isHeld ? open.hold(part, at) : open.cut(part, at)).refund());
        }
        return part;
    }

    /// Its own parts where they fit.
    private Amounts fitting(Amounts own, long amountKrw) {
        boolean fits = own.totalKrw() == amountKrw
                && own.vatKrw() <= left.vatKrw()
                && own.taxFreeKrw() <= left.taxFreeKrw()
                && own.supplyKrw() <= left.supplyKrw();
        return fits ? own : TaxApportionment.of(left, amountKrw);
    }
}
