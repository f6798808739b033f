package com.coworkpay.payment.initiation;

import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.PaymentClaimStore.Claim;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.kakaopay.PartnerUserId;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Begins a payment: claim (one statement) → ready at KakaoPay (no transaction open) → record (one statement).
///
/// A ready without an answer is harmless, because nobody received its URL. The same key calls ready again under the
/// same payment id, at most three times.
@ApplicationScoped
public class InitiatePayment {

    private static final Logger LOG = Logger.getLogger(InitiatePayment.class);

    /// The same key at the same moment is claimed again: one of the two exists then.
    private static final int MAX_CLAIMS = 3;

    private final PaymentClaimStore claims;
    private final PaymentStore payments;
    private final KakaoPayGateway kakaoPay;
    private final InitiationMetrics metrics;

    InitiatePayment(
            PaymentClaimStore claims, PaymentStore payments, KakaoPayGateway kakaoPay, InitiationMetrics metrics) {
        this.claims = claims;
        this.payments = payments;
        this.kakaoPay = kakaoPay;
        this.metrics = metrics;
    }

    /// @return fails with a [com.coworkpay.platform.problem.ProblemException] of a [PaymentProblem]. Goes on to its end
    ///     even if the caller hangs up, so that the same key finds the answer.
    public Uni<Payment> initiate(IdempotencyKey key, NewPayment payment) {
        Request request = new Request(Ids.next(), key, Fingerprint.of(payment), payment);
        LogContext.paymentId(request.id().toString());
        return claim(request, MAX_CLAIMS).memoize().indefinitely();
    }

    private record Request(UUID id, IdempotencyKey key, byte[] fingerprint, NewPayment payment) {}

    private Uni<Payment> claim(Request request, int claimsLeft) {
        return claims.claim(request.id(), request.key(), request.fingerprint(), request.payment())
                .chain(claim -> switch (claim) {
                    case Claim.Created(PaymentSnapshot created, boolean supersedes) ->
                        (supersedes
                                        ? supersede(created.payment())
                                        : Uni.createFrom().voidItem())
                                .chain(() -> callReady(created));
                    case Claim.Existing(ExistingPayment existing) -> replay(request, existing);
                    case Claim.Rejected(RejectionReason reason) -> refuse(InitiationProblems.of(reason));
                    case Claim.Overtaken _ ->
                        claimsLeft > 1
                                ? claim(request, claimsLeft - 1)
                                : refuse(InitiationProblems.requestInProgress());
                });
    }

    private Uni<Payment> replay(Request request, ExistingPayment existing) {
        Payment payment = existing.payment();
        LogContext.paymentId(payment.id().toString());
        return switch (existing.replyTo(request.fingerprint())) {
            case SAME_ANSWER -> Uni.createFrom().item(payment);
            case CALL_READY_AGAIN -> claimAgain(payment);
            case KEY_REUSED -> refuse(InitiationProblems.keyReused());
            case REQUEST_IN_PROGRESS -> refuse(InitiationProblems.requestInProgress());
            case GAVE_UP -> refuse(InitiationProblems.gaveUp());
            case DECLINED_BY_KAKAOPAY ->
                refuse(InitiationProblems.declinedByKakaoPay(Objects.requireNonNull(payment.declineCode())));
            case ENDED -> refuse(InitiationProblems.ended(payment.reason()));
        };
    }

    private Uni<Payment> claimAgain(Payment existing) {
        return claims.claimAgain(existing)
                .chain(claim -> claim.isPresent()
                        ? supersede(existing).chain(() -> callReady(claim.get()))
                        : refuse(InitiationProblems.requestInProgress()));
    }

    /// The older pending attempts for the payable: without our approve no money moves, so this is safe. Where it fails
    /// or
    /// the process dies they stay pending, which is safe too: the payable has one slot.
    private Uni<Void> supersede(Payment payment) {
        return claims.superseded(payment)
                .onItem()
                .transformToMulti(older -> Multi.createFrom().iterable(older))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> payments.cancelPending(each, Reason.SUPERSEDED, Traceparent.current()))
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "older attempts for the payable of payment %s stay pending: %s",
                            payment.id(), SafeErrorText.of(failure));
                    return null;
                });
    }

    private Uni<Payment> callReady(PaymentSnapshot claim) {
        return kakaoPay.ready(claim.payment())
                .invoke(outcome -> metrics.record(claim.id(), outcome))
                .chain(outcome -> record(claim, outcome));
    }

    private Uni<Payment> record(PaymentSnapshot claim, Outcome<Ready> outcome) {
        Created created = (Created) claim.state();
        return switch (outcome) {
            case Outcome.Done<Ready>(Ready ready) -> {
                String partnerUserId = PartnerUserId.of(claim.payment().payerId());
                yield payments.write(
                                claim,
                                times -> created.ready(
                                        com.coworkpay.payment.domain.Ready.of(ready), partnerUserId, times))
                        .chain(initiated -> initiated
                                .map(payment -> Uni.createFrom().item(payment))
                                .orElseGet(() -> resolveConflict(claim.id())));
            }
            case Outcome.Refused<Ready> declined -> {
                String why = declined.reason().name();
                yield payments.write(claim, times -> created.decline(new Decline(why), times))
                        .chain(() -> refuse(InitiationProblems.declinedByKakaoPay(why)));
            }
            case Outcome.NotSent<Ready> notSent ->
                payments.write(claim, _ -> created.readyNotSent())
                        .chain(() -> refuse(InitiationProblems.of(notSent.reason())));
            case Outcome.Unknown<Ready> _ ->
                payments.write(claim, _ -> created.readyUnknown())
                        .chain(() -> refuse(
                                claim.payment().readyAttempts() < ExistingPayment.MAX_READY_ATTEMPTS
                                        ? InitiationProblems.noAnswer()
                                        : InitiationProblems.gaveUp()));
        };
    }

    /// While ready was under way the payment was cancelled, superseded, or claimed again by the same key. Its TID is
    /// dropped and expires, as nobody has its URL.
    private Uni<Payment> resolveConflict(UUID id) {
        return payments.find(id).chain(found -> {
            Payment now = found.orElseThrow().payment();
            if (now.ready() != null) {
                return Uni.createFrom().item(now);
            }
            return refuse(
                    now.status().isOver()
                            ? InitiationProblems.ended(now.reason())
                            : InitiationProblems.requestInProgress());
        });
    }

    private static Uni<Payment> refuse(ProblemException problem) {
        return Uni.createFrom().failure(problem);
    }
}
