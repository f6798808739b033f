package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A person moves a refund batch: on the version that was read, so that of two at once one counts.
@ApplicationScoped
class ChangeBatch {

    private static final Logger LOG = Logger.getLogger(ChangeBatch.class);

    private static final int MAX_ATTEMPTS = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final BatchReadStore batches;
    private final BatchChangeStore changes;

    ChangeBatch(BatchReadStore batches, BatchChangeStore changes) {
        this.batches = batches;
        this.changes = changes;
    }

    /// The next version of a batch; empty where it is as wanted already. Fails with a [ProblemException] where it may
    /// not be moved.
    interface Move {
        Uni<@Nullable RefundBatch> next(StoredBatch now);
    }

    /// Runs to its end even if the caller disconnects.
    Uni<Void> change(String locationId, UUID id, RefundAction action, @Nullable String note, Actor actor, Move move) {
        return change(locationId, id, action, note, actor, move, MAX_ATTEMPTS)
                .memoize()
                .indefinitely();
    }

    private Uni<Void> change(
            String locationId,
            UUID id,
            RefundAction action,
            @Nullable String note,
            Actor actor,
            Move move,
            int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom()
                    .failure(ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON));
        }
        return batches.one(locationId, id)
                .map(found -> found.orElseThrow(PathIds::notFound))
                .chain(now -> move.next(now)
                        .chain(after ->
                                after == null ? Uni.createFrom().item(true) : write(now, after, action, note, actor)))
                .chain(done -> done
                        ? Uni.createFrom().voidItem()
                        : change(locationId, id, action, note, actor, move, attemptsLeft - 1));
    }

    private Uni<Boolean> write(
            StoredBatch now, RefundBatch after, RefundAction action, @Nullable String note, Actor actor) {
        RefundBatch before = now.batch();
        AuditEntry audit = AuditEntry.done(
                        action, actor, AuditedObject.of(before.locationId(), ObjectType.REFUND_BATCH, before.id()))
                .because(note)
                .with("payments", after.payments())
                .with("totalKrw", after.totalKrw())
                .changed("status", before.status(), after.status());
        return changes.change(
                        before, after, BatchNotices.of(now, after, now.time().now()), audit)
                .invoke(changed -> {
                    if (changed) {
                        LOG.infof("refund batch %s: %s by a person, %s", before.id(), action, after.status());
                    }
                });
    }

    /// What a batch in its present status does not take.
    static ProblemException wrongStatus(RefundBatch batch) {
        return ProblemException.of(RefundProblem.BATCH_STATUS_CHANGED)
                .code(batch.status().name());
    }
}
