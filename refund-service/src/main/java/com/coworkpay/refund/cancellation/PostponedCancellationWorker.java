package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.persistence.PostponedPaymentStore;
import com.coworkpay.refund.cancellation.persistence.PostponedPaymentStore.PostponedPayment;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Resumes cancellations that were postponed until the end of an earlier one's refund, however long it took and however
/// it ended: they are decided as if they came now. That they wait stands in the database, so a restart forgets none.
@ApplicationScoped
class PostponedCancellationWorker {

    private static final Logger LOG = Logger.getLogger(PostponedCancellationWorker.class);

    private final PostponedPaymentStore postponed;
    private final DecideCancellations decide;

    PostponedCancellationWorker(PostponedPaymentStore postponed, DecideCancellations decide) {
        this.postponed = postponed;
        this.decide = decide;
    }

    /// Never fails: it comes again.
    @Scheduled(
            identity = "waiting-cancellations",
            every = "${coworkpay.refund.decision.after-refund:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return postponed.over().chain(this::resume).onFailure().recoverWithItem(failure -> {
            LOG.warnf("the look at cancellations that waited for a refund pauses: %s", failure.toString());
            return null;
        });
    }

    private Uni<Void> resume(List<PostponedPayment> over) {
        if (over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return decide.ofPayables(over.stream().map(PostponedPayment::payable).toList(), Map.of())
                .chain(() -> postponed.done(over))
                .chain(() -> PostponedPaymentStore.isFull(over)
                        ? poll()
                        : Uni.createFrom().voidItem());
    }
}
