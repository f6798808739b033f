package com.coworkpay.payment.approval;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.approval.domain.ApprovalTransition;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.domain.ApproveOutcome;
import com.coworkpay.payment.approval.persistence.ApprovalOutcomeStore;
import com.coworkpay.payment.approval.persistence.PaymentSnapshotStore;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.persistence.SafeErrorText;
import com.coworkpay.payment.persistence.TransitionResult;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The second and third step of an approval that was claimed: calls KakaoPay once, then records the answer. Used for
/// the payer's return and by the settlement worker.
@ApplicationScoped
public class ExecuteApproval {

    private static final Logger LOG = Logger.getLogger(ExecuteApproval.class);

    private final KakaoPayGateway kakaoPay;
    private final ApprovalOutcomeStore records;
    private final RecordLateApproval recordLateApproval;
    private final PaymentSnapshotStore snapshots;
    private final PgTokens tokens;
    private final ApprovalMetrics metrics;
    private final PaymentConfig.Approval config;

    ExecuteApproval(
            KakaoPayGateway kakaoPay,
            ApprovalOutcomeStore records,
            RecordLateApproval recordLateApproval,
            PaymentSnapshotStore snapshots,
            PgTokens tokens,
            ApprovalMetrics metrics,
            PaymentConfig config) {
        this.kakaoPay = kakaoPay;
        this.records = records;
        this.recordLateApproval = recordLateApproval;
        this.snapshots = snapshots;
        this.tokens = tokens;
        this.metrics = metrics;
        this.config = config.payment().approval();
    }

    /// @return the payment's status afterwards. Never fails: if the answer cannot be stored, the stored intention
    ///     stays, and settlement inquires at KakaoPay.
    public Uni<PublicStatus> execute(ApproveClaim claim) {
        return open(claim)
                .map(token -> kakaoPay.approve(claim, token))
                .orElseGet(() -> Uni.createFrom().item(new ApproveOutcome.NotSent("TOKEN_NOT_OPENED")))
                .chain(outcome -> record(claim, outcome));
    }

    private Optional<SecretText> open(ApproveClaim claim) {
        try {
            return Optional.of(tokens.open(claim.id(), claim.sealedToken()));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the sealed pg_token of payment %s cannot be opened: nothing is sent", claim.id());
            return Optional.empty();
        }
    }

    private Uni<PublicStatus> record(ApproveClaim claim, ApproveOutcome outcome) {
        metrics.record(claim.id(), outcome);
        ApprovalTransition after = after(claim.state(), outcome);
        return Uni.createFrom()
                .deferred(() -> records.record(claim, after))
                .chain(transition -> transition.isPresent()
                        ? Uni.createFrom().item(transition.get().status().publicStatus())
                        : overtaken(claim, after))
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordAttempts())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    private static ApprovalTransition after(PaymentState state, ApproveOutcome outcome) {
        return switch (state) {
            case Approving approving -> ApprovalTransition.first(approving, outcome);
            case Unknown unknown -> ApprovalTransition.repeat(unknown, outcome);
            case PaymentState.Created _,
                    PaymentState.Waiting _,
                    PaymentState.Paid _,
                    PaymentState.Canceled _,
                    PaymentState.Failed _,
                    PaymentState.Overpaid _ ->
                throw new IllegalStateException("nothing is sent from " + state.status());
        };
    }

    /// Another process moved the payment first: settlement was faster, or this very statement was committed and its
    /// result lost. Money is never dropped; for anything else the newer state stands.
    private Uni<PublicStatus> overtaken(ApproveClaim claim, ApprovalTransition after) {
        ApprovalDetails approval = after.approval();
        Uni<Optional<TransitionResult>> recorded = approval == null
                ? Uni.createFrom().item(Optional.empty())
                : recordLateApproval.record(claim.id(), approval);
        return recorded.chain(() -> snapshots.find(claim.id()))
                .map(now -> now.map(payment -> payment.status().publicStatus()).orElse(PublicStatus.PROCESSING));
    }

    private static PublicStatus notStored(ApproveClaim claim, Throwable failure) {
        LOG.errorf(
                "the answer to approve of payment %s could not be stored (%s): settlement will inquire",
                claim.id(), SafeErrorText.of(failure));
        return PublicStatus.PROCESSING;
    }
}
