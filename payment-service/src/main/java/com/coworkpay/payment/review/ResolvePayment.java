package com.coworkpay.payment.review;

import com.coworkpay.payment.approval.PlaceMoney;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.initiation.PaymentProblem;
import com.coworkpay.payment.persistence.Moved;
import com.coworkpay.payment.review.domain.NewResolution;
import com.coworkpay.payment.review.domain.Resolution;
import com.coworkpay.payment.review.domain.ResolutionOutcome;
import com.coworkpay.payment.review.domain.ResolutionRule;
import com.coworkpay.payment.review.persistence.Resolutions;
import com.coworkpay.payment.settlement.SettlePayment;
import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.payment.settlement.domain.Held;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.settlement.persistence.DuePayments;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/// A person ends a payment that waits for one. KakaoPay's order is asked in the same act, and what it says wins. No
/// call
/// that moves money is made.
///
/// `coworkpay_payment_resolutions_total{outcome}`: how often.
@Startup
@ApplicationScoped
public class ResolvePayment {

    private static final Logger LOG = Logger.getLogger(ResolvePayment.class);

    /// A TID that is dead stays so; an approve under way ends within seconds.
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Resolutions resolutions;
    private final DuePayments due;
    private final SettlePayment settlePayment;
    private final PlaceMoney placeMoney;
    private final MeterRegistry meters;

    ResolvePayment(
            Resolutions resolutions,
            DuePayments due,
            SettlePayment settlePayment,
            PlaceMoney placeMoney,
            MeterRegistry meters) {
        this.resolutions = resolutions;
        this.due = due;
        this.settlePayment = settlePayment;
        this.placeMoney = placeMoney;
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        Arrays.stream(ResolutionOutcome.values()).forEach(outcome -> count(outcome, 0));
    }

    /// @return fails with a [ProblemException] where the person's word cannot stand
    public Uni<Resolution> resolve(NewResolution wish) {
        return resolutions
                .find(wish)
                .chain(earlier -> earlier.isPresent() ? again(wish, earlier.get()) : take(wish))
                .memoize()
                .indefinitely();
    }

    private static Uni<Resolution> again(NewResolution wish, Resolution earlier) {
        return MessageDigest.isEqual(wish.fingerprint(), earlier.fingerprint())
                ? Uni.createFrom().item(earlier)
                : refuse(ProblemException.of(PaymentProblem.IDEMPOTENCY_KEY_REUSED)
                        .field("Idempotency-Key"));
    }

    private Uni<Resolution> take(NewResolution wish) {
        return due.takeOne(wish.locationId(), wish.paymentId(), Duration.ZERO)
                .chain(taken -> taken.isPresent()
                        ? settlePayment.ask(taken.get()).chain(look -> decide(wish, taken.get(), look))
                        : due.why(wish.locationId(), wish.paymentId()).chain(ResolvePayment::notTaken));
    }

    private static Uni<Resolution> notTaken(Held held) {
        return switch (held) {
            case NOT_FOUND -> refuse(ProblemException.of(CommonProblem.NOT_FOUND));
            case ASKED_JUST_NOW, APPROVE_UNDER_WAY -> refuse(tooEarly());
            case NOTHING_TO_ASK -> refuse(ProblemException.of(PaymentProblem.NOTHING_TO_RESOLVE));
        };
    }

    private Uni<Resolution> decide(NewResolution wish, Due payment, Look look) {
        return switch (ResolutionRule.decide(wish.outcome(), payment, look)) {
            case RECORD_MONEY ->
                placeMoney
                        .place(payment.id(), Objects.requireNonNull(look.money()))
                        .chain(placed -> moneyRecorded(wish, payment, look, placed));
            case RESOLVE -> resolutions.notPaid(wish, payment, look).chain(resolved -> done(wish, resolved));
            case NOTHING_WAITS -> recorded(payment, look, ProblemException.of(PaymentProblem.NOTHING_TO_RESOLVE));
            case TOO_EARLY -> recorded(payment, look, tooEarly());
            case NOT_CONFIRMED ->
                recorded(
                        payment,
                        look,
                        ProblemException.of(PaymentProblem.RESOLUTION_NOT_CONFIRMED)
                                .field("outcome")
                                .code(look.why()));
        };
    }

    private Uni<Resolution> moneyRecorded(NewResolution wish, Due payment, Look look, Optional<Moved> placed) {
        boolean isPaid = placed.map(Moved::status).orElse(null) == PaymentStatus.PAID;
        return isPaid && wish.outcome() == ResolutionOutcome.PAID
                ? resolutions.paid(wish, payment, look).chain(resolved -> done(wish, resolved))
                : refuse(ProblemException.of(PaymentProblem.RESOLUTION_CONTRADICTED)
                        .field("outcome")
                        .code(look.why()));
    }

    private Uni<Resolution> done(NewResolution wish, Optional<Resolution> resolved) {
        if (resolved.isEmpty()) {
            return refuse(
                    ProblemException.of(PaymentProblem.REQUEST_IN_PROGRESS).retryAfter(SOON));
        }
        LOG.warnf("payment %s was resolved by a person as %s", wish.paymentId(), wish.outcome());
        count(wish.outcome(), 1);
        return again(wish, resolved.get());
    }

    /// The look was made: what it learned is kept.
    private Uni<Resolution> recorded(Due payment, Look look, ProblemException problem) {
        return settlePayment.record(payment, look).chain(() -> refuse(problem));
    }

    private static ProblemException tooEarly() {
        return ProblemException.of(PaymentProblem.RESOLUTION_TOO_EARLY).retryAfter(SOON);
    }

    private static Uni<Resolution> refuse(ProblemException problem) {
        return Uni.createFrom().failure(problem);
    }

    private void count(ResolutionOutcome outcome, int by) {
        meters.counter("coworkpay.payment.resolutions", "outcome", outcome.name())
                .increment(by);
    }
}
