package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.settlement.DueRefundStore.NotTakenReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// A person requests an order inquiry now. Its result is recorded as the worker records it; cancel is never sent from
/// here, the worker does that at once where it may.
@ApplicationScoped
class InquireRefund {

    /// Between two inquiries about one refund: each costs a call of the merchant's quota.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DueRefundStore due;
    private final SettleRefund settleRefund;

    InquireRefund(DueRefundStore due, SettleRefund settleRefund) {
        this.due = due;
        this.settleRefund = settleRefund;
    }

    /// @return fails with a [ProblemException] where there is no such refund, or the last inquiry was just now. Where
    ///     there is nothing to check (it has succeeded, or a cancel is in flight) it does nothing.
    public Uni<Void> inquire(String locationId, UUID paymentId, UUID refundId, Actor actor) {
        AuditEntry audit = AuditEntry.done(
                RefundAction.INQUIRY_REQUESTED, actor, AuditedObject.refund(locationId, paymentId, refundId));
        Uni<Void> inquiry = due.takeOne(locationId, paymentId, refundId, PAUSE, audit)
                .chain(taken -> taken.isPresent()
                        ? settleRefund.inquire(taken.get()).chain(found -> settleRefund.record(taken.get(), found))
                        : due.whyNotTaken(locationId, paymentId, refundId, PAUSE)
                                .chain(InquireRefund::notTaken));
        return inquiry.onFailure(LedgerContendedException.class)
                .transform(_ -> ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(PAUSE))
                .memoize()
                .indefinitely();
    }

    private static Uni<Void> notTaken(NotTakenReason held) {
        return switch (held) {
            case NOT_FOUND -> Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
            case CHECKED_JUST_NOW ->
                Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.CHECKED_JUST_NOW)
                                .retryAfter(PAUSE));
            case NOTHING_TO_CHECK -> Uni.createFrom().voidItem();
        };
    }
}
