package com.coworkpay.refund.batch;

import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.RefundBatch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Ends refund batches: of whose payments each is over, and those that nobody confirmed or approved in time.
@ApplicationScoped
class EndBatches {

    private static final Logger LOG = Logger.getLogger(EndBatches.class);

    private final BatchRunStore runs;
    private final BatchReadStore batches;
    private final BatchChangeStore changes;

    EndBatches(BatchRunStore runs, BatchReadStore batches, BatchChangeStore changes) {
        this.runs = runs;
        this.batches = batches;
        this.changes = changes;
    }

    Uni<Void> end() {
        return runs.done()
                .chain(found -> each(found, EndBatches::done))
                .chain(runs::expired)
                .chain(found -> each(found, EndBatches::expired));
    }

    /// A person may have moved it meanwhile: then it is left as it is.
    private static @Nullable RefundBatch done(RefundBatch batch, Instant at) {
        return batch.status().mayBecome(BatchStatus.DONE) ? batch.done(at) : null;
    }

    private static @Nullable RefundBatch expired(RefundBatch batch, Instant at) {
        Instant expiresAt = batch.expiresAt();
        return expiresAt == null || at.isBefore(expiresAt) ? null : batch.expire(at);
    }

    private Uni<Void> each(
            List<BatchRunStore.Ref> found, BiFunction<RefundBatch, Instant, @Nullable RefundBatch> move) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(ref -> end(ref, move))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> end(BatchRunStore.Ref ref, BiFunction<RefundBatch, Instant, @Nullable RefundBatch> move) {
        return batches.one(ref.locationId(), ref.id()).chain(read -> {
            StoredBatch now = read.orElseThrow();
            RefundBatch before = now.batch();
            RefundBatch after = move.apply(before, now.time().now());
            if (after == null) {
                return Uni.createFrom().voidItem();
            }
            return changes.change(
                            before,
                            after,
                            BatchNotices.of(now, after, now.time().now()),
                            null)
                    .invoke(written -> {
                        if (written) {
                            LOG.infof("refund batch %s is %s", after.id(), after.status());
                        }
                    })
                    .replaceWithVoid();
        });
    }
}
