package com.coworkpay.payment.settlement;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.LeasedWorker;
import com.coworkpay.platform.observability.TracedTask;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Takes payments that are due, in this process.
@ApplicationScoped
class SettlementWorker {

    private final PaymentConfig.Settlement config;
    private final LeasedWorker<DuePayment> worker;

    SettlementWorker(
            DuePaymentStore duePayments,
            SettlePayment settlePayment,
            TracedTask background,
            InFlightWork inFlight,
            PaymentConfig config) {
        this.config = config.payment().settlement();
        var capacity = new WorkerCapacity(this.config.batch());
        this.worker = new LeasedWorker<>(
                "settlement",
                inFlight,
                capacity,
                free -> duePayments.take(free, capacity.busyAccounts()),
                due -> background.run(due.id(), due.payment().traceparent(), () -> settlePayment.settle(due)),
                due -> "payment " + due.id());
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.payment.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled() ? worker.fill() : Uni.createFrom().voidItem();
    }

    /// For tests that drive it by hand.
    Uni<Void> round() {
        return worker.round();
    }
}
