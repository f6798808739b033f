package com.coworkpay.payment.settlement;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.store.SafeErrorText;
import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.TracedTask;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Takes payments that are due, in this process; any number of processes may do so at once. What is due, and
/// until when it is leased, is stored in the rows, so a restart loses nothing. Free capacity takes the next payment at
/// once: no payment waits for the slowest call.
@ApplicationScoped
class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DuePaymentStore duePayments;
    private final SettlePayment settlePayment;
    private final TracedTask background;
    private final InFlightWork inFlight;
    private final PaymentConfig.Settlement config;
    private final WorkerCapacity capacity;
    private final AtomicBoolean filling = new AtomicBoolean();
    private volatile boolean mayBeMore;

    SettlementWorker(
            DuePaymentStore duePayments,
            SettlePayment settlePayment,
            TracedTask background,
            InFlightWork inFlight,
            PaymentConfig config) {
        this.duePayments = duePayments;
        this.settlePayment = settlePayment;
        this.background = background;
        this.inFlight = inFlight;
        this.config = config.payment().settlement();
        this.capacity = new WorkerCapacity(this.config.batch());
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.payment.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled() ? fill() : Uni.createFrom().voidItem();
    }

    /// Settles all that is due, to its end, within the capacity as [#poll] does: for tests that drive the worker by
    /// hand. Never fails.
    public Uni<Void> round() {
        return take().chain(taken -> taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(taken.stream().map(this::settle).toList())
                        .andCollectFailures()
                        .chain(this::round));
    }

    /// Fills the free capacity and does not wait for the payments. One call at a time; a concurrent one does nothing.
    private Uni<Void> fill() {
        return filling.compareAndSet(false, true)
                ? fillUntilNothingIsDue().onTermination().invoke(() -> filling.set(false))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> fillUntilNothingIsDue() {
        return take().chain(taken -> {
            taken.forEach(this::begin);
            return taken.isEmpty() || !mayBeMore ? Uni.createFrom().voidItem() : fillUntilNothingIsDue();
        });
    }

    private void begin(DuePayment payment) {
        settle(payment)
                .chain(() -> mayBeMore ? fill() : Uni.createFrom().voidItem())
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("settlement pauses: %s", SafeErrorText.of(failure)));
    }

    private Uni<List<DuePayment>> take() {
        int free = capacity.free();
        if (free == 0) {
            mayBeMore = true;
            return Uni.createFrom().item(List.of());
        }
        return inFlight.take(List.<DuePayment>of(), () -> duePayments.take(free, capacity.busyAccounts()))
                .invoke(taken -> {
                    mayBeMore = taken.size() == free;
                    taken.forEach(payment -> capacity.acquire(payment.payment().merchantAccountId()));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", SafeErrorText.of(failure));
                    return List.of();
                });
    }

    /// A failure of one payment does not affect others: it is taken again when its lease is over.
    private Uni<Void> settle(DuePayment payment) {
        return background
                .run(payment.id(), payment.payment().traceparent(), () -> settlePayment.settle(payment))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("payment %s could not be settled now: %s", payment.id(), SafeErrorText.of(failure));
                    return null;
                })
                .onTermination()
                .invoke(() -> capacity.release(payment.payment().merchantAccountId()));
    }
}
