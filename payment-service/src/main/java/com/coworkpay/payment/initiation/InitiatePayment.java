package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.domain.ClaimRejection;
import com.coworkpay.payment.initiation.domain.ExistingPayment;
import com.coworkpay.payment.initiation.domain.Fingerprint;
import com.coworkpay.payment.initiation.domain.IdempotencyKey;
import com.coworkpay.payment.initiation.domain.InitiatedPayment;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.initiation.domain.ReadyClaim;
import com.coworkpay.payment.initiation.domain.ReadyOutcome;
import com.coworkpay.payment.initiation.persistence.ClaimRejectionStore;
import com.coworkpay.payment.initiation.persistence.PaymentClaimStore;
import com.coworkpay.payment.initiation.persistence.ReadyOutcomeStore;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.kakaopay.PartnerUserId;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/// Begins a payment: claim (one statement) → ready at KakaoPay (no transaction open) → record (one statement).
///
/// A ready without an answer is harmless, because nobody received its URL. The same key calls ready again under the
/// same payment id, at most three times.
@ApplicationScoped
public class InitiatePayment {

    /// A claim that was rejected for a reason that is gone when it is read is tried again.
    private static final int MAX_CLAIMS = 3;

    private final PaymentClaimStore claims;
    private final ClaimRejectionStore rejections;
    private final ReadyOutcomeStore records;
    private final PaymentTransitionStore transitions;
    private final KakaoPayGateway kakaoPay;
    private final InitiationMetrics metrics;

    InitiatePayment(
            PaymentClaimStore claims,
            ClaimRejectionStore rejections,
            ReadyOutcomeStore records,
            PaymentTransitionStore transitions,
            KakaoPayGateway kakaoPay,
            InitiationMetrics metrics) {
        this.claims = claims;
        this.rejections = rejections;
        this.records = records;
        this.transitions = transitions;
        this.kakaoPay = kakaoPay;
        this.metrics = metrics;
    }

    /// @return fails with a [com.coworkpay.platform.problem.ProblemException] of a [PaymentProblem]. Goes on to its end
    ///     even if the caller hangs up, so that the same key finds the answer.
    public Uni<InitiatedPayment> initiate(IdempotencyKey key, NewPayment payment) {
        Request request = new Request(Ids.next(), key, Fingerprint.of(payment), payment);
        LogContext.paymentId(request.id().toString());
        return claim(request, MAX_CLAIMS).memoize().indefinitely();
    }

    private record Request(UUID id, IdempotencyKey key, byte[] fingerprint, NewPayment payment) {}

    private Uni<InitiatedPayment> claim(Request request, int claimsLeft) {
        return claims.claim(request.id(), request.key(), request.fingerprint(), request.payment())
                .chain(claim -> claim.isPresent()
                        ? callReady(request, claim.get())
                        : rejections
                                .find(request.key(), request.payment())
                                .chain(rejection -> diagnoseRejection(request, rejection, claimsLeft - 1)));
    }

    private Uni<InitiatedPayment> diagnoseRejection(Request request, ClaimRejection rejection, int claimsLeft) {
        if (rejection.existing().isPresent()) {
            return replay(request, rejection.existing().get());
        }
        if (rejection.reason().isPresent()) {
            return Uni.createFrom()
                    .failure(InitiationProblems.of(rejection.reason().get()));
        }
        return claimsLeft > 0
                ? claim(request, claimsLeft)
                : Uni.createFrom().failure(InitiationProblems.requestInProgress());
    }

    private Uni<InitiatedPayment> replay(Request request, ExistingPayment existing) {
        LogContext.paymentId(existing.id().toString());
        return switch (existing.replyTo(request.fingerprint())) {
            case SAME_ANSWER -> Uni.createFrom().item(() -> Objects.requireNonNull(existing.initiated()));
            case CALL_READY_AGAIN -> claimAgain(request, existing);
            case KEY_REUSED -> Uni.createFrom().failure(InitiationProblems.keyReused());
            case REQUEST_IN_PROGRESS -> Uni.createFrom().failure(InitiationProblems.requestInProgress());
            case GAVE_UP -> Uni.createFrom().failure(InitiationProblems.gaveUp());
            case DECLINED_BY_KAKAOPAY ->
                Uni.createFrom()
                        .failure(InitiationProblems.declinedByKakaoPay(Objects.requireNonNull(existing.declineCode())));
            case ENDED -> Uni.createFrom().failure(InitiationProblems.ended(existing.reason()));
        };
    }

    private Uni<InitiatedPayment> claimAgain(Request request, ExistingPayment existing) {
        return records.claimAgain(existing)
                .chain(claim -> claim.isPresent()
                        ? callReady(request, claim.get())
                        : Uni.createFrom().failure(InitiationProblems.requestInProgress()));
    }

    private Uni<InitiatedPayment> callReady(Request request, ReadyClaim claim) {
        return kakaoPay.ready(claim, request.payment())
                .invoke(outcome -> metrics.record(claim.id(), outcome))
                .chain(outcome -> record(request, claim, outcome));
    }

    private Uni<InitiatedPayment> record(Request request, ReadyClaim claim, ReadyOutcome outcome) {
        return switch (outcome) {
            case ReadyOutcome.Ready ready ->
                records.ready(claim, PartnerUserId.of(request.payment().payerId()), ready)
                        .chain(initiated ->
                                initiated.map(s -> Uni.createFrom().item(s)).orElseGet(() -> resolveConflict(request)));
            case ReadyOutcome.Declined(String why) ->
                transitions
                        .failed(claim.id(), claim.version(), Reason.READY_DECLINED, new Decline(why))
                        .chain(() -> Uni.createFrom().failure(InitiationProblems.declinedByKakaoPay(why)));
            case ReadyOutcome.NotSent notSent ->
                records.notSent(claim).chain(() -> Uni.createFrom().failure(InitiationProblems.of(notSent.issue())));
            case ReadyOutcome.Unknown _ ->
                records.outcomeUnknown(claim).chain(() -> Uni.createFrom()
                        .failure(
                                claim.attempt() < ExistingPayment.MAX_READY_ATTEMPTS
                                        ? InitiationProblems.noAnswer()
                                        : InitiationProblems.gaveUp()));
        };
    }

    /// While ready was under way the payment was cancelled, superseded, or claimed again by the same key.
    private Uni<InitiatedPayment> resolveConflict(Request request) {
        return rejections.find(request.key(), request.payment()).chain(rejection -> {
            ExistingPayment now = rejection.existing().orElseThrow();
            return now.initiated() != null
                    ? Uni.createFrom().item(now.initiated())
                    : Uni.createFrom()
                            .failure(
                                    now.status().isOver()
                                            ? InitiationProblems.ended(now.reason())
                                            : InitiationProblems.requestInProgress());
        });
    }
}
