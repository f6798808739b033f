package com.coworkpay.refund.refund;

import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.kakaopay.KakaoPayCalls;
import com.coworkpay.refund.persistence.Moved;
import com.coworkpay.refund.refund.domain.AfterCancel;
import com.coworkpay.refund.refund.domain.CancelAnswer;
import com.coworkpay.refund.refund.domain.CancelAnswer.Canceled;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.persistence.LateAnswers;
import com.coworkpay.refund.refund.persistence.RecordCancel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// The second and third step of a refund that was claimed: calls KakaoPay once, then records the answer. Used by the
/// execution worker and, for a repeat, by the settlement worker.
@ApplicationScoped
public class CarryOutRefund {

    private static final Logger LOG = Logger.getLogger(CarryOutRefund.class);

    private final KakaoPayCalls kakaoPay;
    private final RecordCancel records;
    private final LateAnswers lateAnswers;
    private final RefundMetrics metrics;
    private final RefundConfig.Execution config;

    CarryOutRefund(
            KakaoPayCalls kakaoPay,
            RecordCancel records,
            LateAnswers lateAnswers,
            RefundMetrics metrics,
            RefundConfig config) {
        this.kakaoPay = kakaoPay;
        this.records = records;
        this.lateAnswers = lateAnswers;
        this.metrics = metrics;
        this.config = config.refund().execution();
    }

    /// Never fails: if the answer cannot be stored, the stored intention stays, and settlement asks KakaoPay.
    public Uni<Void> carryOut(CancelClaim claim) {
        return kakaoPay.cancel(claim).chain(answer -> record(claim, answer));
    }

    private Uni<Void> record(CancelClaim claim, CancelAnswer answer) {
        metrics.answered(claim, answer);
        AfterCancel after = AfterCancel.of(claim.state(), answer);
        return Uni.createFrom()
                .deferred(() -> records.record(claim, after))
                .chain(moved -> moved == Moved.OVERTAKEN
                        ? overtaken(claim, after)
                        : Uni.createFrom().voidItem())
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordTries())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    /// The refund went on without us: settlement was faster, or this very record was committed and its answer lost.
    /// That the money went back is never dropped; of anything else the newer state knows better.
    private Uni<Void> overtaken(CancelClaim claim, AfterCancel after) {
        Canceled canceled = after.canceled();
        return canceled == null ? Uni.createFrom().voidItem() : lateAnswers.succeeded(claim.refundId(), canceled);
    }

    private static Void notStored(CancelClaim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "the answer to cancel of refund %s could not be stored: settlement will ask",
                claim.refundId());
        return null;
    }
}
