package com.coworkpay.payment.approval;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.ApprovalRule;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The second and third step of an approval that was claimed: calls KakaoPay once, then records the answer. Used for
/// the payer's return and by the settlement worker.
@ApplicationScoped
class ExecuteApproval {

    private static final Logger LOG = Logger.getLogger(ExecuteApproval.class);

    private final KakaoPayGateway kakaoPay;
    private final PaymentStore payments;
    private final RecordLateApproval recordLateApproval;
    private final PgTokens tokens;
    private final ApprovalMetrics metrics;
    private final PaymentConfig.Approval config;

    ExecuteApproval(
            KakaoPayGateway kakaoPay,
            PaymentStore payments,
            RecordLateApproval recordLateApproval,
            PgTokens tokens,
            ApprovalMetrics metrics,
            PaymentConfig config) {
        this.kakaoPay = kakaoPay;
        this.payments = payments;
        this.recordLateApproval = recordLateApproval;
        this.tokens = tokens;
        this.metrics = metrics;
        this.config = config.payment().approval();
    }

    /// @return the payment's status afterwards. Never fails: if the answer cannot be stored, the stored intention
    ///     stays, and settlement inquires at KakaoPay.
    public Uni<PublicStatus> execute(PaymentSnapshot claim) {
        return open(claim.payment())
                .map(token -> kakaoPay.approve(claim.payment(), token))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.NotSent<>(NotSentReason.SEAL_BROKEN, null)))
                .chain(outcome -> record(claim, outcome));
    }

    private Optional<SecretText> open(Payment claim) {
        try {
            return Optional.of(tokens.open(claim.id(), Objects.requireNonNull(claim.pgToken())));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the sealed pg_token of payment %s cannot be opened: nothing is sent", claim.id());
            return Optional.empty();
        }
    }

    private Uni<PublicStatus> record(PaymentSnapshot claim, Outcome<Approval> outcome) {
        metrics.record(claim.id(), outcome);
        return Uni.createFrom()
                .deferred(() -> payments.write(claim, times -> ApprovalRule.after(claim.state(), outcome, times)))
                .chain(written -> written.isPresent()
                        ? Uni.createFrom().item(written.get().status().publicStatus())
                        : overtaken(claim, outcome))
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordAttempts())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    /// Another process moved the payment first: settlement was faster, or this very statement was committed and its
    /// result lost. Money is never dropped; for anything else the newer state stands.
    private Uni<PublicStatus> overtaken(PaymentSnapshot claim, Outcome<Approval> outcome) {
        Uni<Optional<Payment>> now = outcome instanceof Outcome.Done<Approval>(Approval approval)
                ? recordLateApproval.record(claim.id(), ApprovalDetails.of(approval))
                : payments.find(claim.id()).map(found -> found.map(PaymentSnapshot::payment));
        return now.map(payment -> payment.map(p -> p.status().publicStatus()).orElse(PublicStatus.PROCESSING));
    }

    private static PublicStatus notStored(PaymentSnapshot claim, Throwable failure) {
        LOG.errorf(
                "the answer to approve of payment %s could not be stored (%s): settlement will inquire",
                claim.id(), SafeErrorText.of(failure));
        return PublicStatus.PROCESSING;
    }
}
