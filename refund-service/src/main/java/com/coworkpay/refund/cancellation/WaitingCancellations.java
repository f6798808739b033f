package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.persistence.WaitingPayments;
import com.coworkpay.refund.cancellation.persistence.WaitingPayments.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Takes up cancellations that waited for the end of an earlier one's refund, however long it took and however it
/// ended: they are decided as if they came now. That they wait stands in the database, so a restart forgets none.
@ApplicationScoped
class WaitingCancellations {

    private static final Logger LOG = Logger.getLogger(WaitingCancellations.class);

    private final WaitingPayments waiting;
    private final DecideCancellations decide;

    WaitingCancellations(WaitingPayments waiting, DecideCancellations decide) {
        this.waiting = waiting;
        this.decide = decide;
    }

    /// Never fails: it comes again.
    @Scheduled(
            identity = "waiting-cancellations",
            every = "${coworkpay.refund.decision.after-refund:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return waiting.over().chain(this::takeUp).onFailure().recoverWithItem(failure -> {
            LOG.warnf("the look at cancellations that waited for a refund pauses: %s", failure.toString());
            return null;
        });
    }

    private Uni<Void> takeUp(List<Waiting> over) {
        if (over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return decide.ofPayables(over.stream().map(Waiting::payable).toList(), Map.of())
                .chain(() -> waiting.done(over))
                .chain(() ->
                        WaitingPayments.isFull(over) ? look() : Uni.createFrom().voidItem());
    }
}
