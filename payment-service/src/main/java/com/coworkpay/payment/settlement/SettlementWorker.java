package com.coworkpay.payment.settlement;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.persistence.Brief;
import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.payment.settlement.persistence.DuePayments;
import com.coworkpay.platform.observability.Background;
import com.coworkpay.platform.observability.WorkInHand;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Looks for payments that are due, in this process; any number of processes may do so at once. What is due, and for
/// whom it is taken, stands in the rows, so a restart forgets nothing. A place that is free takes the next payment at
/// once: nobody waits for the slowest call.
@ApplicationScoped
public class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DuePayments due;
    private final SettlePayment settlePayment;
    private final Background background;
    private final WorkInHand inHand;
    private final PaymentConfig.Settlement config;
    private final Places places;
    private final AtomicBoolean choosing = new AtomicBoolean();
    private volatile boolean mayBeMore;

    SettlementWorker(
            DuePayments due,
            SettlePayment settlePayment,
            Background background,
            WorkInHand inHand,
            PaymentConfig config) {
        this.due = due;
        this.settlePayment = settlePayment;
        this.background = background;
        this.inHand = inHand;
        this.config = config.payment().settlement();
        this.places = new Places(this.config.batch());
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.payment.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled() ? fill() : Uni.createFrom().voidItem();
    }

    /// Looks at all that is due, to its end, place by place as [#poll] does: for whoever drives the worker by hand.
    /// Never fails.
    public Uni<Void> round() {
        return take().chain(taken -> taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(taken.stream().map(this::settle).toList())
                        .andCollectFailures()
                        .chain(this::round));
    }

    /// Fills the free places and does not wait for what they do. One at a time; who comes meanwhile has nothing to add.
    private Uni<Void> fill() {
        return choosing.compareAndSet(false, true)
                ? fillUntilNothingIsDue().onTermination().invoke(() -> choosing.set(false))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> fillUntilNothingIsDue() {
        return take().chain(taken -> {
            taken.forEach(this::begin);
            return taken.isEmpty() || !mayBeMore ? Uni.createFrom().voidItem() : fillUntilNothingIsDue();
        });
    }

    private void begin(Due payment) {
        settle(payment)
                .chain(() -> mayBeMore ? fill() : Uni.createFrom().voidItem())
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("settlement pauses: %s", Brief.of(failure)));
    }

    private Uni<List<Due>> take() {
        int free = places.free();
        if (free == 0) {
            mayBeMore = true;
            return Uni.createFrom().item(List.of());
        }
        return inHand.take(List.<Due>of(), () -> due.take(free, places.busyAccounts()))
                .invoke(taken -> {
                    mayBeMore = taken.size() == free;
                    taken.forEach(payment -> places.take(payment.merchantAccountId()));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", Brief.of(failure));
                    return List.of();
                });
    }

    /// One payment's trouble stays its own: it comes up again when its lease is over.
    private Uni<Void> settle(Due payment) {
        return background
                .run(payment.id(), payment.traceparent(), () -> settlePayment.settle(payment))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("payment %s could not be settled now: %s", payment.id(), Brief.of(failure));
                    return null;
                })
                .onTermination()
                .invoke(() -> places.giveBack(payment.merchantAccountId()));
    }
}
