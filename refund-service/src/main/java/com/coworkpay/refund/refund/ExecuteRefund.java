package com.coworkpay.refund.refund;

import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.kakaopay.KakaoPayGateway;
import com.coworkpay.refund.persistence.TransitionResult;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.domain.CancelOutcome;
import com.coworkpay.refund.refund.domain.CancelOutcome.Canceled;
import com.coworkpay.refund.refund.domain.RefundTransition;
import com.coworkpay.refund.refund.persistence.CancelOutcomeStore;
import com.coworkpay.refund.refund.persistence.LateConfirmationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// The second and third step of a refund that was claimed: calls KakaoPay once, then records the answer. Used by the
/// execution worker and, for a repeat, by the settlement worker.
@ApplicationScoped
public class ExecuteRefund {

    private static final Logger LOG = Logger.getLogger(ExecuteRefund.class);

    private final KakaoPayGateway kakaoPay;
    private final CancelOutcomeStore records;
    private final LateConfirmationStore lateConfirmations;
    private final RefundMetrics metrics;
    private final RefundConfig.Execution config;

    ExecuteRefund(
            KakaoPayGateway kakaoPay,
            CancelOutcomeStore records,
            LateConfirmationStore lateConfirmations,
            RefundMetrics metrics,
            RefundConfig config) {
        this.kakaoPay = kakaoPay;
        this.records = records;
        this.lateConfirmations = lateConfirmations;
        this.metrics = metrics;
        this.config = config.refund().execution();
    }

    /// Never fails: if the answer cannot be stored, the stored intention stays, and settlement makes an order inquiry.
    public Uni<Void> execute(CancelClaim claim) {
        return kakaoPay.cancel(claim).chain(outcome -> record(claim, outcome));
    }

    private Uni<Void> record(CancelClaim claim, CancelOutcome outcome) {
        metrics.answered(claim, outcome);
        RefundTransition transition = RefundTransition.of(claim.state(), outcome);
        return Uni.createFrom()
                .deferred(() -> records.record(claim, transition))
                .chain(result -> result == TransitionResult.OVERTAKEN
                        ? overtaken(claim, transition)
                        : Uni.createFrom().voidItem())
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordAttempts())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    /// The refund has changed in the meantime: settlement was faster, or this very record was committed and its answer
    /// lost. A confirmation that the money was refunded is never dropped; otherwise the newer state wins.
    private Uni<Void> overtaken(CancelClaim claim, RefundTransition transition) {
        Canceled canceled = transition.canceled();
        return canceled == null ? Uni.createFrom().voidItem() : lateConfirmations.succeeded(claim.refundId(), canceled);
    }

    private static Void notStored(CancelClaim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "the answer to cancel of refund %s could not be stored: settlement will inquire",
                claim.refundId());
        return null;
    }
}
