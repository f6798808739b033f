package com.coworkpay.refund.batch;

import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.UnreadableEventException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// The booking system cancelled a whole event, or closed a day: a refund batch for each. Repeatable: the same
/// cancellation, under whatever event id, is the same batch.
@ApplicationScoped
public class StartBatches {

    private static final Logger LOG = Logger.getLogger(StartBatches.class);

    private final NewBatchStore batches;

    StartBatches(NewBatchStore batches) {
        this.batches = batches;
    }

    /// Fails with an [UnreadableEventException] for one that was received with other contents: nobody knows which is
    /// meant, and its sender can use another id.
    public Uni<Void> start(List<NewBatch> received) {
        return Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(this::start)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> start(NewBatch batch) {
        UUID id = Ids.next();
        return batches.create(id, batch, null).chain(created -> {
            if (created) {
                LOG.infof("refund batch %s: cancellation %s of %s", id, batch.cancellationId(), batch.locationId());
                return Uni.createFrom().voidItem();
            }
            return batches.ofCancellation(batch).chain(earlier -> check(batch, earlier.orElseThrow()));
        });
    }

    private static Uni<Void> check(NewBatch batch, NewBatchStore.Earlier earlier) {
        return earlier.same().equals(batch.contents())
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(new UnreadableEventException(
                                "cancellationId", "cancellationId was used with other contents before"));
    }
}
