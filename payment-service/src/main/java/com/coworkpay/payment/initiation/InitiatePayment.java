package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.domain.Earlier;
import com.coworkpay.payment.initiation.domain.Fingerprint;
import com.coworkpay.payment.initiation.domain.IdempotencyKey;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.initiation.domain.ReadyAnswer;
import com.coworkpay.payment.initiation.domain.ReadyClaim;
import com.coworkpay.payment.initiation.domain.SecondLook;
import com.coworkpay.payment.initiation.domain.Started;
import com.coworkpay.payment.initiation.persistence.ClaimPayment;
import com.coworkpay.payment.initiation.persistence.RecordReady;
import com.coworkpay.payment.initiation.persistence.StandingInTheWay;
import com.coworkpay.payment.kakaopay.KakaoPayCalls;
import com.coworkpay.payment.kakaopay.PartnerUserId;
import com.coworkpay.payment.persistence.PaymentMoves;
import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Begins a payment: claim (one statement) → ready at KakaoPay (no transaction open) → record (one statement).
///
/// A ready without an answer harms nobody, because nobody got its URL: the same key calls it again under the same
/// payment id, at most three times.
@ApplicationScoped
public class InitiatePayment {

    /// A claim that found no way in, although nothing stood there when it was looked at, is tried again.
    private static final int MOST_CLAIMS = 3;

    private final ClaimPayment claims;
    private final StandingInTheWay standing;
    private final RecordReady records;
    private final PaymentMoves moves;
    private final KakaoPayCalls kakaoPay;
    private final InitiationMetrics metrics;

    InitiatePayment(
            ClaimPayment claims,
            StandingInTheWay standing,
            RecordReady records,
            PaymentMoves moves,
            KakaoPayCalls kakaoPay,
            InitiationMetrics metrics) {
        this.claims = claims;
        this.standing = standing;
        this.records = records;
        this.moves = moves;
        this.kakaoPay = kakaoPay;
        this.metrics = metrics;
    }

    /// @return fails with a [com.coworkpay.platform.problem.ProblemException] of a [PaymentProblem]. Goes on to its end
    ///     even if the caller hangs up, so that the same key finds the answer.
    public Uni<Started> initiate(IdempotencyKey key, NewPayment payment) {
        Request request = new Request(Ids.next(), key, Fingerprint.of(payment), payment);
        LogContext.paymentId(request.id().toString());
        return claim(request, MOST_CLAIMS).memoize().indefinitely();
    }

    private record Request(UUID id, IdempotencyKey key, byte[] fingerprint, NewPayment payment) {}

    private Uni<Started> claim(Request request, int claimsLeft) {
        return claims.claim(request.id(), request.key(), request.fingerprint(), request.payment())
                .chain(claim -> claim.isPresent()
                        ? callReady(request, claim.get())
                        : standing.look(request.key(), request.payment())
                                .chain(look -> explain(request, look, claimsLeft - 1)));
    }

    private Uni<Started> explain(Request request, SecondLook look, int claimsLeft) {
        if (look.earlier().isPresent()) {
            return again(request, look.earlier().get());
        }
        if (look.refusal().isPresent()) {
            return Uni.createFrom().failure(Refusals.of(look.refusal().get()));
        }
        return claimsLeft > 0 ? claim(request, claimsLeft) : Uni.createFrom().failure(Refusals.twinAtWork());
    }

    private Uni<Started> again(Request request, Earlier earlier) {
        LogContext.paymentId(earlier.id().toString());
        return switch (earlier.replyTo(request.fingerprint())) {
            case SAME_ANSWER -> Uni.createFrom().item(() -> java.util.Objects.requireNonNull(earlier.answer()));
            case CALL_READY_AGAIN -> claimAgain(request, earlier);
            case KEY_REUSED -> Uni.createFrom().failure(Refusals.keyReused());
            case TWIN_AT_WORK -> Uni.createFrom().failure(Refusals.twinAtWork());
            case GAVE_UP -> Uni.createFrom().failure(Refusals.gaveUp());
            case REFUSED_BY_KAKAOPAY -> Uni.createFrom().failure(Refusals.refusedByKakaoPay(earlier.refusalCode()));
            case ENDED -> Uni.createFrom().failure(Refusals.ended(earlier.reason()));
        };
    }

    private Uni<Started> claimAgain(Request request, Earlier earlier) {
        return records.claimAgain(earlier)
                .chain(claim -> claim.isPresent()
                        ? callReady(request, claim.get())
                        : Uni.createFrom().failure(Refusals.twinAtWork()));
    }

    private Uni<Started> callReady(Request request, ReadyClaim claim) {
        return kakaoPay.ready(claim, request.payment())
                .invoke(answer -> metrics.answered(claim.id(), answer))
                .chain(answer -> record(request, claim, answer));
    }

    private Uni<Started> record(Request request, ReadyClaim claim, ReadyAnswer answer) {
        return switch (answer) {
            case ReadyAnswer.Ready ready ->
                records.ready(claim, PartnerUserId.of(request.payment().payerId()), ready)
                        .chain(started ->
                                started.map(s -> Uni.createFrom().item(s)).orElseGet(() -> overtaken(request)));
            case ReadyAnswer.Refused(String why) ->
                moves.failed(claim.id(), claim.version(), Reason.READY_REFUSED, new Decline(why))
                        .chain(() -> Uni.createFrom().failure(Refusals.refusedByKakaoPay(why)));
            case ReadyAnswer.NotSent notSent ->
                records.notSent(claim).chain(() -> Uni.createFrom().failure(Refusals.of(notSent.trouble())));
            case ReadyAnswer.NoAnswer _ ->
                records.unanswered(claim).chain(() -> Uni.createFrom()
                        .failure(
                                claim.attempt() < Earlier.MOST_READY_ATTEMPTS
                                        ? Refusals.noAnswer()
                                        : Refusals.gaveUp()));
        };
    }

    /// While ready was under way the payment was cancelled, superseded, or taken up by the same key again.
    private Uni<Started> overtaken(Request request) {
        return standing.look(request.key(), request.payment()).chain(look -> {
            Earlier now = look.earlier().orElseThrow();
            return now.answer() != null
                    ? Uni.createFrom().item(now.answer())
                    : Uni.createFrom()
                            .failure(now.status().isOver() ? Refusals.ended(now.reason()) : Refusals.twinAtWork());
        });
    }
}
