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
import org.jboss.logging.Logger;

/// Looks for payments that are due, in this process; any number of processes may do so at once. What is due, and for
/// whom it is taken, stands in the rows, so a restart forgets nothing.
@ApplicationScoped
public class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DuePayments due;
    private final SettlePayment settlePayment;
    private final Background background;
    private final WorkInHand inHand;
    private final PaymentConfig.Settlement config;

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
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.payment.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inHand.take(0, this::round).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// Takes a batch, settles each payment of it on its own, and goes on while there is a full one.
    ///
    /// @return how many payments were looked at in the last batch. Never fails.
    public Uni<Integer> round() {
        return due.take()
                .chain(this::settleAll)
                .chain(count -> count == config.batch()
                        ? inHand.take(count, this::round)
                        : Uni.createFrom().item(count))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", Brief.of(failure));
                    return 0;
                });
    }

    private Uni<Integer> settleAll(List<Due> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(batch.stream().map(this::settle).toList())
                .andCollectFailures()
                .replaceWith(batch.size());
    }

    /// One payment's trouble stays its own: it comes up again when its lease is over.
    private Uni<Void> settle(Due payment) {
        return background
                .run(payment.id(), payment.traceparent(), () -> settlePayment.settle(payment))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("payment %s could not be settled now: %s", payment.id(), Brief.of(failure));
                    return null;
                });
    }
}
