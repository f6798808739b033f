package com.coworkpay.payment.review;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.approval.RecordLateApproval;
import com.coworkpay.payment.domain.OrderInquiry;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.settlement.DuePayment;
import com.coworkpay.payment.settlement.DuePaymentStore;
import com.coworkpay.payment.settlement.InquiryRejection;
import com.coworkpay.payment.settlement.SettlePayment;
import com.coworkpay.platform.audit.AuditStore;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Manual review: a person resolves a payment. An order inquiry is made in the same act, and its result wins over the
/// person's. No call that moves money is made.
///
/// `coworkpay_payment_resolutions_total{outcome}`: how often.
@Startup
@ApplicationScoped
class ResolvePayment {

    private static final Logger LOG = Logger.getLogger(ResolvePayment.class);

    /// A TID that is dead stays so; an approve under way ends within seconds.
    private static final Duration SOON = Duration.ofSeconds(60);

    /// What is refused after a look at the payment is on record; a wrong address, a repetition, and a request that may
    /// be sent again are not.
    private static final Set<ProblemType> AUDITED_REFUSALS = Set.of(
            PaymentProblem.NOTHING_TO_RESOLVE,
            PaymentProblem.RESOLUTION_TOO_EARLY,
            PaymentProblem.RESOLUTION_NOT_CONFIRMED,
            PaymentProblem.RESOLUTION_CONTRADICTED);

    private final ResolutionStore resolutions;
    private final DuePaymentStore duePayments;
    private final SettlePayment settlePayment;
    private final RecordLateApproval recordLateApproval;
    private final AuditStore audit;
    private final MeterRegistry meters;

    ResolvePayment(
            ResolutionStore resolutions,
            DuePaymentStore duePayments,
            SettlePayment settlePayment,
            RecordLateApproval recordLateApproval,
            AuditStore audit,
            MeterRegistry meters) {
        this.resolutions = resolutions;
        this.duePayments = duePayments;
        this.settlePayment = settlePayment;
        this.recordLateApproval = recordLateApproval;
        this.audit = audit;
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        Arrays.stream(ResolutionOutcome.values()).forEach(outcome -> count(outcome, 0));
    }

    /// @return fails with a [ProblemException] where the resolution is rejected
    public Uni<Resolution> resolve(NewResolution request) {
        return resolutions
                .find(request)
                .chain(existing -> existing.isPresent() ? replay(request, existing.get()) : take(request))
                .onFailure(ProblemException.class)
                .call(refusal -> refused(request, (ProblemException) refusal))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> refused(NewResolution request, ProblemException refusal) {
        return AUDITED_REFUSALS.contains(refusal.type())
                ? audit.writeAlone(request.audit().withOutcome(((PaymentProblem) refusal.type()).name()))
                : Uni.createFrom().voidItem();
    }

    private static Uni<Resolution> replay(NewResolution request, Resolution existing) {
        return MessageDigest.isEqual(request.fingerprint(), existing.fingerprint())
                ? Uni.createFrom().item(existing)
                : refuse(ProblemException.of(PaymentProblem.IDEMPOTENCY_KEY_REUSED)
                        .field("Idempotency-Key"));
    }

    private Uni<Resolution> take(NewResolution request) {
        return duePayments
                .takeOne(request.locationId(), request.paymentId(), Duration.ZERO, null)
                .chain(taken -> taken.isPresent()
                        ? settlePayment.inquire(taken.get()).chain(inquiry -> decide(request, taken.get(), inquiry))
                        : duePayments
                                .rejection(request.locationId(), request.paymentId())
                                .chain(ResolvePayment::notTaken));
    }

    private static Uni<Resolution> notTaken(InquiryRejection rejection) {
        return switch (rejection) {
            case NOT_FOUND -> refuse(ProblemException.of(CommonProblem.NOT_FOUND));
            case ASKED_JUST_NOW, APPROVE_UNDER_WAY -> refuse(tooEarly());
            case NOTHING_TO_ASK -> refuse(ProblemException.of(PaymentProblem.NOTHING_TO_RESOLVE));
        };
    }

    private Uni<Resolution> decide(NewResolution request, DuePayment payment, OrderInquiry inquiry) {
        return switch (ResolutionRule.decide(
                request.outcome(), payment.facts(), payment.needsManualReview(), inquiry)) {
            case RECORD_APPROVAL ->
                recordLateApproval
                        .record(payment.id(), Objects.requireNonNull(inquiry.approval()))
                        .chain(recorded -> approvalRecorded(request, payment, inquiry, recorded));
            case RESOLVE -> resolutions.notPaid(request, payment, inquiry).chain(resolved -> done(request, resolved));
            case NOT_IN_REVIEW -> recorded(payment, inquiry, ProblemException.of(PaymentProblem.NOTHING_TO_RESOLVE));
            case TOO_EARLY -> recorded(payment, inquiry, tooEarly());
            case NOT_CONFIRMED ->
                recorded(
                        payment,
                        inquiry,
                        ProblemException.of(PaymentProblem.RESOLUTION_NOT_CONFIRMED)
                                .field("outcome")
                                .code(inquiry.why()));
        };
    }

    private Uni<Resolution> approvalRecorded(
            NewResolution request, DuePayment payment, OrderInquiry inquiry, Optional<Payment> recorded) {
        boolean isPaid = recorded.map(Payment::status).orElse(null) == PaymentStatus.PAID;
        return isPaid && request.outcome() == ResolutionOutcome.PAID
                ? resolutions.paid(request, payment, inquiry).chain(resolved -> done(request, resolved))
                : refuse(ProblemException.of(PaymentProblem.RESOLUTION_CONTRADICTED)
                        .field("outcome")
                        .code(inquiry.why()));
    }

    private Uni<Resolution> done(NewResolution request, Optional<Resolution> resolved) {
        if (resolved.isEmpty()) {
            return refuse(
                    ProblemException.of(PaymentProblem.REQUEST_IN_PROGRESS).retryAfter(SOON));
        }
        LOG.warnf("payment %s was resolved by a person as %s", request.paymentId(), request.outcome());
        count(request.outcome(), 1);
        return replay(request, resolved.get());
    }

    /// The inquiry was made: what it learned is kept.
    private Uni<Resolution> recorded(DuePayment payment, OrderInquiry inquiry, ProblemException problem) {
        return settlePayment.record(payment, inquiry).chain(() -> refuse(problem));
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
