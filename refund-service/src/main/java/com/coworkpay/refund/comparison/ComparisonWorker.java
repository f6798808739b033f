package com.coworkpay.refund.comparison;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.LeasedWorker;
import com.coworkpay.platform.observability.Places;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.observability.TracedTask;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Compares payments that are due, and those of running comparisons of periods, in this process.
@ApplicationScoped
class ComparisonWorker {

    private static final Logger LOG = Logger.getLogger(ComparisonWorker.class);

    private final ComparisonStore comparisons;
    private final InFlightWork inFlightWork;
    private final RefundConfig.Comparison config;
    private final LeasedWorker<DueComparison> worker;

    ComparisonWorker(
            DueComparisonStore due,
            ComparePayments comparePayments,
            ComparisonStore comparisons,
            TracedTask background,
            InFlightWork inFlightWork,
            RefundConfig config) {
        this.comparisons = comparisons;
        this.inFlightWork = inFlightWork;
        this.config = config.refund().comparison();
        this.worker = new LeasedWorker<>(
                "comparison",
                inFlightWork,
                new Places<>(this.config.batch()),
                due::take,
                taken -> background.run(taken.paymentId(), null, () -> comparePayments
                        .compare(taken)
                        .replaceWithVoid()),
                taken -> "payment " + taken.paymentId());
    }

    @Scheduled(
            identity = "comparison",
            every = "${coworkpay.refund.comparison.poll:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inFlightWork.take(0, () -> finish().replaceWith(0)).chain(worker::fill)
                : Uni.createFrom().voidItem();
    }

    /// For tests that drive it by hand.
    Uni<Void> round() {
        return worker.round().chain(this::finish);
    }

    /// Ends comparisons of periods whose payments were all compared. Never fails.
    private Uni<Void> finish() {
        return comparisons.finish().onFailure().recoverWithItem(failure -> {
            LOG.warnf("comparison pauses: %s", SafeErrorText.of(failure));
            return null;
        });
    }
}
