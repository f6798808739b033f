package com.coworkpay.payment.review;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.domain.PaymentAction;
import com.coworkpay.payment.settlement.DuePaymentStore;
import com.coworkpay.payment.settlement.InquiryRejection;
import com.coworkpay.payment.settlement.SettlePayment;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// A person requests an order inquiry. Its result is recorded as the worker records it; approve is never sent from
/// here, the worker does that at once where it may.
@ApplicationScoped
class InquireOrder {

    /// Between two inquiries about one payment: each uses a call of the merchant's quota.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DuePaymentStore duePayments;
    private final SettlePayment settlePayment;

    InquireOrder(DuePaymentStore duePayments, SettlePayment settlePayment) {
        this.duePayments = duePayments;
        this.settlePayment = settlePayment;
    }

    /// @return fails with a [ProblemException] where there is no such payment, or it was inquired about just now.
    ///     Where there is nothing to ask (it is paid, or an approve is under way) nothing is done.
    public Uni<Void> inquire(String locationId, UUID id, Actor actor) {
        AuditEntry audit =
                AuditEntry.done(PaymentAction.INQUIRY_REQUESTED, actor, AuditedObject.payment(locationId, id));
        Uni<Void> inquire = duePayments
                .takeOne(locationId, id, PAUSE, audit)
                .chain(taken -> taken.isPresent()
                        ? settlePayment.inquire(taken.get()).chain(found -> settlePayment.record(taken.get(), found))
                        : duePayments.rejection(locationId, id).chain(InquireOrder::notTaken));
        return inquire.memoize().indefinitely();
    }

    private static Uni<Void> notTaken(InquiryRejection rejection) {
        return switch (rejection) {
            case NOT_FOUND -> Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
            case ASKED_JUST_NOW ->
                Uni.createFrom()
                        .failure(ProblemException.of(PaymentProblem.CHECKED_JUST_NOW)
                                .retryAfter(PAUSE));
            case APPROVE_UNDER_WAY, NOTHING_TO_ASK -> Uni.createFrom().voidItem();
        };
    }
}
