package com.coworkpay.payment.approval;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.approval.domain.AfterApprove;
import com.coworkpay.payment.approval.domain.ApproveAnswer;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.persistence.PaymentsAtVisit;
import com.coworkpay.payment.approval.persistence.RecordApproval;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.kakaopay.KakaoPayCalls;
import com.coworkpay.payment.persistence.Brief;
import com.coworkpay.payment.persistence.Moved;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The second and third step of an approval that was claimed: calls KakaoPay once, then records the answer. Used by the
/// payer's visit and by the settlement worker.
@ApplicationScoped
public class CarryOutApproval {

    private static final Logger LOG = Logger.getLogger(CarryOutApproval.class);

    private final KakaoPayCalls kakaoPay;
    private final RecordApproval records;
    private final PlaceMoney placeMoney;
    private final PaymentsAtVisit payments;
    private final PgTokens tokens;
    private final ApprovalMetrics metrics;
    private final PaymentConfig.Approval config;

    CarryOutApproval(
            KakaoPayCalls kakaoPay,
            RecordApproval records,
            PlaceMoney placeMoney,
            PaymentsAtVisit payments,
            PgTokens tokens,
            ApprovalMetrics metrics,
            PaymentConfig config) {
        this.kakaoPay = kakaoPay;
        this.records = records;
        this.placeMoney = placeMoney;
        this.payments = payments;
        this.tokens = tokens;
        this.metrics = metrics;
        this.config = config.payment().approval();
    }

    /// @return how the payment stands afterwards. Never fails: if the answer cannot be stored, the stored intention
    ///     stays, and settlement asks KakaoPay again.
    public Uni<PublicStatus> carryOut(ApproveClaim claim) {
        return open(claim)
                .map(token -> kakaoPay.approve(claim, token))
                .orElseGet(() -> Uni.createFrom().item(new ApproveAnswer.NotSent("TOKEN_NOT_OPENED")))
                .chain(answer -> record(claim, answer));
    }

    private Optional<SecretText> open(ApproveClaim claim) {
        try {
            return Optional.of(tokens.open(claim.id(), claim.sealedToken()));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the sealed pg_token of payment %s cannot be opened: nothing is sent", claim.id());
            return Optional.empty();
        }
    }

    private Uni<PublicStatus> record(ApproveClaim claim, ApproveAnswer answer) {
        metrics.answered(claim.id(), answer);
        AfterApprove after = after(claim.state(), answer);
        return Uni.createFrom()
                .deferred(() -> records.record(claim, after))
                .chain(moved -> moved.isPresent()
                        ? Uni.createFrom().item(moved.get().status().seenByPayer())
                        : overtaken(claim, after))
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordTries())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    private static AfterApprove after(PaymentState state, ApproveAnswer answer) {
        return switch (state) {
            case Approving approving -> AfterApprove.first(approving, answer);
            case Unknown unknown -> AfterApprove.repeat(unknown, answer);
            case PaymentState.Created _,
                    PaymentState.Waiting _,
                    PaymentState.Paid _,
                    PaymentState.Canceled _,
                    PaymentState.Failed _,
                    PaymentState.Surplus _ -> throw new IllegalStateException("nothing is sent from " + state.status());
        };
    }

    /// The payment went on without us: settlement was faster, or this very record was committed and its answer lost.
    /// Money is never dropped; of anything else the newer state knows better.
    private Uni<PublicStatus> overtaken(ApproveClaim claim, AfterApprove after) {
        Money money = after.money();
        Uni<Optional<Moved>> placed =
                money == null ? Uni.createFrom().item(Optional.empty()) : placeMoney.place(claim.id(), money);
        return placed.chain(() -> payments.look(claim.id()))
                .map(now -> now.map(payment -> payment.status().seenByPayer()).orElse(PublicStatus.PROCESSING));
    }

    private static PublicStatus notStored(ApproveClaim claim, Throwable failure) {
        LOG.errorf(
                "the answer to approve of payment %s could not be stored (%s): settlement will ask",
                claim.id(), Brief.of(failure));
        return PublicStatus.PROCESSING;
    }
}
