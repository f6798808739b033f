package com.coworkpay.refund.ledger;

import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerCorrection;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Adds cancels to a ledger that KakaoPay shows and the ledger does not have, and cuts what no longer fits.
@ApplicationScoped
public class CorrectLedger {

    private static final Logger LOG = Logger.getLogger(CorrectLedger.class);

    private final LedgerStore ledgers;

    CorrectLedger(LedgerStore ledgers) {
        this.ledgers = ledgers;
    }

    /// @param asked the ledger as it was when KakaoPay was asked about this refund; it is read again here
    /// @return empty if the data changed in the meantime: another order inquiry is needed
    public Uni<Optional<Ledger>> fromInquiry(Ledger asked, Refund inquired, List<Movement> movements) {
        long expectedKrw = asked.payment().expectedKrw();
        return ledgers.read(inquired.paymentId())
                .map(Optional::orElseThrow)
                .chain(read -> correct(
                        read,
                        movements,
                        inquired.id(),
                        now -> now.payment().expectedKrw() == expectedKrw
                                && now.refund(inquired.id())
                                        .filter(refund -> refund.version() == inquired.version())
                                        .isPresent()));
    }

    /// What an order inquiry about the payment shows, while none of its refunds was unsettled.
    ///
    /// @param asked the ledger as it was when KakaoPay was asked; it is read again here
    /// @return empty if the ledger or one of its refunds changed in the meantime, as by a claim of a cancel:
    ///     another order inquiry is needed
    public Uni<Optional<Ledger>> fromComparison(Ledger asked, List<Movement> movements) {
        return ledgers.read(asked.payment().paymentId())
                .map(Optional::orElseThrow)
                .chain(read -> correct(read, movements, null, asked::equals));
    }

    /// A cancel of which somebody else said what it is: a person named the others of the list, or KakaoPay confirmed
    /// late.
    public Uni<Optional<Ledger>> correct(UUID paymentId, Movement movement) {
        return ledgers.read(paymentId)
                .map(Optional::orElseThrow)
                .chain(read -> correct(read, List.of(movement), null, _ -> true));
    }

    private interface Condition {
        boolean holds(Ledger now);
    }

    private Uni<Optional<Ledger>> correct(
            ReadLedger read, List<Movement> movements, @Nullable UUID inquired, Condition condition) {
        String traceparent = Traceparent.current();
        Change correction = (before, at) -> condition.holds(before) && areUnrecorded(before, movements)
                ? LedgerCorrection.of(before, movements, inquired, at, traceparent)
                : null;
        return ledgers.change(read, correction)
                .invoke(corrected -> corrected.ifPresent(after -> log(read.ledger(), after, movements)))
                // Another process recorded one of these cancels.
                .onFailure(CorrectLedger::isKnown)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof PgException refused && "refund_aid".equals(refused.getConstraint());
    }

    /// A late success that another process has recorded is not recorded again.
    private static boolean areUnrecorded(Ledger ledger, List<Movement> movements) {
        return movements.stream()
                .allMatch(movement -> !(movement instanceof Movement.Late late)
                        || ledger.refund(late.refundId())
                                .filter(refund -> refund.status() == RefundStatus.FAILED)
                                .isPresent());
    }

    private static void log(Ledger before, Ledger after, List<Movement> movements) {
        UUID paymentId = after.payment().paymentId();
        movements.forEach(movement -> LOG.warnf("payment %s: KakaoPay shows %s", paymentId, movement));
        after.refunds().stream()
                .filter(Refund::isHeld)
                .filter(refund ->
                        before.refund(refund.id()).filter(Refund::isHeld).isEmpty())
                .forEach(refund -> LOG.errorf("refund %s goes to manual review: SAME_AMOUNT_OUTSIDE", refund.id()));
    }
}
