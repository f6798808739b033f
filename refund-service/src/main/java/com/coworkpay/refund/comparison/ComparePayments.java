package com.coworkpay.refund.comparison;

import com.coworkpay.platform.observability.OutcomeCounter;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.ComparisonOutcome;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.settlement.ComparePayment;
import com.coworkpay.refund.settlement.PaymentComparison;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Compares a payment that was taken and stores the result; a person may request it now.
///
/// `coworkpay_comparisons_total{outcome}`.
@Startup
@ApplicationScoped
class ComparePayments {

    /// Between two comparisons of one payment that people request: each costs a call of the merchant's quota.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DueComparisonStore due;
    private final ComparePayment comparePayment;
    private final ComparisonResultStore results;
    private final OutcomeCounter<ComparisonOutcome> counter;

    ComparePayments(
            DueComparisonStore due,
            ComparePayment comparePayment,
            ComparisonResultStore results,
            MeterRegistry meters) {
        this.due = due;
        this.comparePayment = comparePayment;
        this.results = results;
        this.counter = new OutcomeCounter<>(meters, "coworkpay.comparisons", ComparisonOutcome.class);
    }

    Uni<PaymentComparison> compare(DueComparison taken) {
        return comparePayment
                .compare(taken.paymentId(), taken.takenAt())
                .call(result -> results.store(taken, result))
                .invoke(result -> counter.count(result.outcome()));
    }

    /// @return fails with a [ProblemException] where there is no such payment, the last comparison was just now, or the
    ///     day's quota is used up. Runs to its end even if the caller disconnects.
    Uni<PaymentComparison> compareNow(String locationId, UUID paymentId) {
        Uni<PaymentComparison> comparison = due.takeOne(locationId, paymentId, PAUSE)
                .chain(taken -> taken.isPresent() ? compare(taken.get()) : notTaken(locationId, paymentId));
        return comparison
                .onFailure(LedgerContendedException.class)
                .transform(_ -> ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(PAUSE))
                .memoize()
                .indefinitely();
    }

    private Uni<PaymentComparison> notTaken(String locationId, UUID paymentId) {
        return due.whyNotTaken(locationId, paymentId, PAUSE).chain(why -> Uni.createFrom()
                .failure(why.map(ComparePayments::refusal).orElseGet(() -> PathIds.notKnown(paymentId))));
    }

    private static ProblemException refusal(DueComparisonStore.NotTaken why) {
        return why.justNow()
                ? ProblemException.of(RefundProblem.COMPARED_JUST_NOW).retryAfter(PAUSE)
                : ProblemException.of(RefundProblem.COMPARISON_QUOTA_USED).retryAfter(why.untilTomorrow());
    }
}
