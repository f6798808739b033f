package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.AuditStore;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.ProblemType;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.ResolutionOutcome;
import com.coworkpay.refund.ledger.CorrectLedger;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.settlement.DueRefundStore.NotTakenReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// A person ends a refund. An order inquiry is made in the same request, and what it shows wins. No call that moves
/// money is made.
///
/// `coworkpay_refund_resolutions_total{outcome}`: how often.
@Startup
@ApplicationScoped
class ResolveRefund {

    private static final Logger LOG = Logger.getLogger(ResolveRefund.class);

    /// An attempt is over within seconds.
    private static final Duration SOON = Duration.ofSeconds(60);

    /// What is refused after a look at the refund is on record; a wrong address, a repetition, and a request that may
    /// be sent again are not.
    private static final Set<ProblemType> AUDITED_REFUSALS = Set.of(
            RefundProblem.NOTHING_TO_RESOLVE,
            RefundProblem.NOTHING_LEFT,
            RefundProblem.RESOLUTION_TOO_EARLY,
            RefundProblem.RESOLUTION_NOT_CONFIRMED,
            RefundProblem.RESOLUTION_CONTRADICTED);

    private final ResolutionStore resolutions;
    private final WriteResolution write;
    private final DueRefundStore due;
    private final SettleRefund settleRefund;
    private final RefundWorker worker;
    private final CorrectLedger corrections;
    private final DecideCancellations decide;
    private final AuditStore audit;
    private final MeterRegistry meters;

    ResolveRefund(
            ResolutionStore resolutions,
            WriteResolution write,
            DueRefundStore due,
            SettleRefund settleRefund,
            RefundWorker worker,
            CorrectLedger corrections,
            DecideCancellations decide,
            AuditStore audit,
            MeterRegistry meters) {
        this.resolutions = resolutions;
        this.write = write;
        this.due = due;
        this.settleRefund = settleRefund;
        this.worker = worker;
        this.corrections = corrections;
        this.decide = decide;
        this.audit = audit;
        this.meters = meters;
        // Registered with zero at the start: Prometheus sees no increase when a counter appears with its first value.
        Arrays.stream(ResolutionOutcome.values()).forEach(outcome -> count(outcome, 0));
    }

    /// @return fails with a [ProblemException] where the resolution is not accepted
    public Uni<StoredResolution> resolve(NewResolution newResolution) {
        return resolutions
                .find(newResolution)
                .chain(earlier -> earlier.isPresent() ? again(newResolution, earlier.get()) : take(newResolution))
                .onFailure(LedgerContendedException.class)
                .transform(_ -> ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON))
                .onFailure(ProblemException.class)
                .call(refusal -> refused(newResolution, (ProblemException) refusal))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> refused(NewResolution newResolution, ProblemException refusal) {
        return AUDITED_REFUSALS.contains(refusal.type())
                ? audit.writeAlone(newResolution.audit().withOutcome(((RefundProblem) refusal.type()).name()))
                : Uni.createFrom().voidItem();
    }

    private static Uni<StoredResolution> again(NewResolution newResolution, StoredResolution earlier) {
        return newResolution.requestHash().equals(earlier.resolution().requestHash())
                ? Uni.createFrom().item(earlier)
                : refuse(ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED)
                        .field("Idempotency-Key"));
    }

    private Uni<StoredResolution> take(NewResolution newResolution) {
        return due.takeOne(
                        newResolution.locationId(),
                        newResolution.paymentId(),
                        newResolution.refundId(),
                        Duration.ZERO,
                        null)
                .chain(taken -> taken.isPresent()
                        ? settleRefund
                                .inquire(taken.get())
                                .chain(inquiry -> decide(newResolution, taken.get(), inquiry))
                        : due.whyNotTaken(
                                        newResolution.locationId(),
                                        newResolution.paymentId(),
                                        newResolution.refundId(),
                                        Duration.ZERO)
                                .chain(held -> notTaken(newResolution, held)));
    }

    private Uni<StoredResolution> notTaken(NewResolution newResolution, NotTakenReason held) {
        return switch (held) {
            case NOT_FOUND -> refuse(ProblemException.of(CommonProblem.NOT_FOUND));
            case CHECKED_JUST_NOW -> refuse(tooEarly());
            case NOTHING_TO_CHECK -> acknowledged(newResolution);
        };
    }

    /// KakaoPay has refunded it: for one that the member may have got twice, a person acknowledges it.
    private Uni<StoredResolution> acknowledged(NewResolution newResolution) {
        Uni<Optional<StoredResolution>> known = newResolution.outcome() == ResolutionOutcome.REFUNDED
                ? write.acknowledge(newResolution)
                : Uni.createFrom().item(Optional.empty());
        return known.chain(resolution -> resolution.isPresent()
                ? Uni.createFrom().item(counted(newResolution, resolution.get()))
                : refuse(ProblemException.of(RefundProblem.NOTHING_TO_RESOLVE)));
    }

    private StoredResolution counted(NewResolution newResolution, StoredResolution resolution) {
        LOG.warnf("refund %s was resolved by a person as %s", newResolution.refundId(), newResolution.outcome());
        count(newResolution.outcome(), 1);
        return resolution;
    }

    private Uni<StoredResolution> decide(NewResolution newResolution, DueRefund refund, OrderInquiry inquiry) {
        return switch (ResolutionRule.decide(
                newResolution, refund.facts(), refund.cancels(), refund.refund().failure(), inquiry)) {
            case RESOLVE ->
                others(newResolution, refund, inquiry)
                        .chain(ledger -> write.resolve(newResolution, refund, ledger, inquiry))
                        .chain(resolved -> done(newResolution, refund, resolved));
            case CONTRADICTED ->
                recorded(refund, inquiry, contradicted(RefundProblem.RESOLUTION_CONTRADICTED, inquiry));
            case NOT_CONFIRMED ->
                recorded(refund, inquiry, contradicted(RefundProblem.RESOLUTION_NOT_CONFIRMED, inquiry));
            case TOO_EARLY -> recorded(refund, inquiry, tooEarly());
            case NOTHING_TO_RESOLVE -> recorded(refund, inquiry, ProblemException.of(RefundProblem.NOTHING_TO_RESOLVE));
        };
    }

    private Uni<StoredResolution> done(
            NewResolution newResolution, DueRefund refund, Optional<StoredResolution> resolved) {
        if (resolved.isEmpty()) {
            return refuse(ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON));
        }
        StoredResolution resolution = counted(newResolution, resolved.get());
        worker.wake();
        return decide.ofPayables(List.of(refund.payable()), Map.of()).chain(() -> again(newResolution, resolution));
    }

    /// The other cancels that lowered the balance were made outside. They are recorded first: if this process dies
    /// after that, the balance alone shows that the remaining cancel is the refund's.
    ///
    /// @return the ledger after that
    private Uni<Ledger> others(NewResolution newResolution, DueRefund refund, OrderInquiry inquiry) {
        if (newResolution.outcome() != ResolutionOutcome.REFUNDED
                || !(inquiry instanceof OrderInquiry.UnexplainedBalance lower)) {
            return Uni.createFrom().item(refund.ledger());
        }
        List<String> aids = lower.unrecorded().stream()
                .map(KakaoPayCancel::aid)
                .filter(aid -> aid != null && !aid.equals(newResolution.aid()))
                .toList();
        long restKrw = lower.missingKrw() - refund.cancels().amountKrw();
        return restKrw < Math.max(1, aids.size()) || aids.isEmpty()
                ? Uni.createFrom().item(refund.ledger())
                : corrections
                        .correct(refund.payment().paymentId(), new Movement.Outside(aids, restKrw, null))
                        .map(corrected -> corrected.orElse(refund.ledger()));
    }

    /// The inquiry was made: its result is recorded.
    private Uni<StoredResolution> recorded(DueRefund refund, OrderInquiry inquiry, ProblemException problem) {
        return settleRefund.record(refund, inquiry).chain(() -> refuse(problem));
    }

    private static ProblemException contradicted(RefundProblem problem, OrderInquiry inquiry) {
        return ProblemException.of(problem).field("outcome").code(inquiry.code());
    }

    private static ProblemException tooEarly() {
        return ProblemException.of(RefundProblem.RESOLUTION_TOO_EARLY).retryAfter(SOON);
    }

    private static Uni<StoredResolution> refuse(ProblemException problem) {
        return Uni.createFrom().failure(problem);
    }

    private void count(ResolutionOutcome outcome, int by) {
        meters.counter("coworkpay.refund.resolutions", "outcome", outcome.name())
                .increment(by);
    }
}
