package com.coworkpay.refund.batch;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.batch.BatchCountStore.Taken;
import com.coworkpay.refund.batch.BatchFactsStore.Facts;
import com.coworkpay.refund.batch.domain.BatchKind;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.cancellation.LocationReplicaStore;
import com.coworkpay.refund.domain.ApprovalLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Counts a refund batch, from which payments it is about to what a person is to confirm.
@ApplicationScoped
class CountBatch {

    private static final Logger LOG = Logger.getLogger(CountBatch.class);

    private final BatchCountStore counts;
    private final BatchFactsStore facts;
    private final BatchChangeStore changes;
    private final LocationReplicaStore locations;
    private final Duration expiresAfter;

    CountBatch(
            BatchCountStore counts,
            BatchFactsStore facts,
            BatchChangeStore changes,
            LocationReplicaStore locations,
            RefundConfig config) {
        this.counts = counts;
        this.facts = facts;
        this.changes = changes;
        this.locations = locations;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    Uni<Void> count(Taken taken) {
        RefundBatch batch = taken.batch();
        return batch.candidatesAt() == null
                ? begin(taken)
                : countAll(batch, taken.time().now());
    }

    private Uni<Void> begin(Taken taken) {
        RefundBatch batch = taken.batch();
        return locations.timezone(batch.locationId()).chain(name -> {
            Optional<ZoneId> zone = name.flatMap(TimeZones::find);
            if (batch.kind() == BatchKind.DAY && zone.isEmpty()) {
                return counts.release(batch.id());
            }
            return counts.begin(batch, batch.kind() == BatchKind.DAY ? zone.get() : null)
                    .chain(begun -> begun == null
                            ? counts.release(batch.id())
                            : countAll(begun, taken.time().now()));
        });
    }

    private Uni<Void> countAll(RefundBatch batch, Instant at) {
        return counts.count(batch.id())
                .chain(counted -> counted > 0
                        ? countAll(batch, at)
                        : facts.counted(batch.id()).chain(found -> end(batch, found, at)));
    }

    /// What the booking system confirmed waits for nobody but those who approve it; whether somebody has to, the
    /// location's limit says.
    private Uni<Void> end(RefundBatch batch, Facts found, Instant at) {
        ApprovalLimit limit = found.limit();
        if (found.counted().payments() == 0) {
            return write(batch, batch.nothingToRefund(found.counted(), at), at);
        }
        if (!batch.confirmedByBookingSystem()) {
            return write(batch, batch.dryRun(found.counted(), at.plus(expiresAfter), at), at);
        }
        return limit == null
                ? counts.release(batch.id())
                : write(
                        batch,
                        batch.confirmedByEvent(
                                found.counted(),
                                batch.approvalNeeded(found.counted(), limit, at.plus(expiresAfter)),
                                at),
                        at);
    }

    private Uni<Void> write(RefundBatch before, RefundBatch after, Instant at) {
        return changes.change(before, after, BatchNotices.ofCount(after, at), null)
                .invoke(written -> {
                    if (written) {
                        LOG.infof(
                                "refund batch %s: %d of %d payments, %d won, %s",
                                after.id(), after.payments(), after.candidates(), after.totalKrw(), after.status());
                    }
                })
                .replaceWithVoid();
    }
}
