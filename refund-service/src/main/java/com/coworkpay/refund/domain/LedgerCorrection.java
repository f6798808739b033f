package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a ledger changes when KakaoPay shows cancels that it does not have: they are added to what was refunded, and
/// open refunds are cut to what is left, the newest first. So nothing ever exceeds what was paid.
///
/// Whatever was sent of an open refund is bound to the old balance: it cannot take effect any more, and the refund is
/// requested again, with the present balance. One of the same amount as a cancel made outside is held until a person
/// has decided, sent or not: that cancel may have been made instead of it. Only a person ends that.
public record LedgerCorrection(
        Amounts refunded, Amounts reserved, long elsewhereKrw, List<Addition> added, List<RefundChange> changed) {

    public LedgerCorrection {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
    }

    /// A movement with its amounts.
    public record Addition(Movement movement, Amounts amounts) {}

    /// An open refund that changes.
    ///
    /// @param next `FAILED` where nothing is left for it
    /// @param held it waits for a person: [ReviewReason#SAME_AMOUNT_OUTSIDE]
    public record RefundChange(OpenRefund refund, RefundStatus next, boolean held, Amounts amounts) {}

    /// @param held it waits for a person already
    /// @param amounts reserved for it
    public record OpenRefund(UUID id, long version, RefundStatus status, boolean held, Amounts amounts) {}

    /// @param open oldest first
    /// @param failed those that a movement may be of, with their parts
    public record UncorrectedLedger(
            Amounts paid, Amounts refunded, long elsewhereKrw, List<OpenRefund> open, Map<UUID, Amounts> failed) {}

    /// @param inquired the refund that was inquired about
    /// @throws IllegalArgumentException if more moved than was left
    public static LedgerCorrection of(UncorrectedLedger ledger, List<Movement> movements, @Nullable UUID inquired) {
        Amounts left = ledger.paid().minus(ledger.refunded());
        List<Addition> added = new ArrayList<>();
        Set<Long> outsideKrw = new HashSet<>();
        for (Movement movement : movements) {
            Amounts part =
                    switch (movement) {
                        case Movement.Outside outside -> {
                            outsideKrw.add(outside.amountKrw());
                            yield TaxApportionment.of(left, outside.amountKrw());
                        }
                        case Movement.Late late -> fitting(left, ledger.failed().get(late.refundId()));
                    };
            left = left.minus(part);
            added.add(new Addition(movement, part));
        }
        Amounts refunded = ledger.paid().minus(left);
        long elsewhereKrw = Math.min(ledger.elsewhereKrw(), left.totalKrw());

        Amounts reserved = Amounts.NOTHING;
        List<RefundChange> changed = new ArrayList<>();
        for (OpenRefund open : ledger.open()) {
            long roomKrw = left.totalKrw() - elsewhereKrw;
            long amountKrw = Math.min(open.amounts().totalKrw(), roomKrw);
            Amounts part = amountKrw == 0 ? Amounts.NOTHING : fitting(left, open.amounts(), amountKrw);
            boolean sent = open.status().isUnsettled();
            boolean held = !part.isNothing()
                    && (open.held() || outsideKrw.contains(open.amounts().totalKrw()));
            boolean restarts = sent && !held && open.id().equals(inquired);
            if (!part.equals(open.amounts()) || held != open.held() || restarts) {
                changed.add(new RefundChange(open, next(open, held, part), held, part));
            }
            left = left.minus(part);
            reserved = reserved.plus(part);
        }
        return new LedgerCorrection(refunded, reserved, elsewhereKrw, added, changed);
    }

    private static RefundStatus next(OpenRefund open, boolean held, Amounts part) {
        if (part.isNothing()) {
            return RefundStatus.FAILED;
        }
        return open.status().isUnsettled() ? (held ? RefundStatus.UNKNOWN : RefundStatus.REQUESTED) : open.status();
    }

    private static Amounts fitting(Amounts left, @Nullable Amounts amounts) {
        if (amounts == null) {
            throw new IllegalArgumentException("no such failed refund");
        }
        return fitting(left, amounts, amounts.totalKrw());
    }

    /// Its own parts where they fit.
    private static Amounts fitting(Amounts left, Amounts amounts, long amountKrw) {
        boolean fits = amounts.totalKrw() == amountKrw
                && amounts.vatKrw() <= left.vatKrw()
                && amounts.taxFreeKrw() <= left.taxFreeKrw()
                && amounts.supplyKrw() <= left.supplyKrw();
        return fits ? amounts : TaxApportionment.of(left, amountKrw);
    }
}
