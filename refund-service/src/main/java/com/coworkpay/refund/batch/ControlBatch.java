package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.RefundAction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person pauses, resumes, stops or dismisses a refund batch.
@ApplicationScoped
class ControlBatch {

    private final ChangeBatch changeBatch;

    ControlBatch(ChangeBatch changeBatch) {
        this.changeBatch = changeBatch;
    }

    /// What can be done.
    enum Step {
        DISMISS(RefundAction.BATCH_DISMISSED, BatchStatus.DISMISSED, Set.of(BatchStatus.COUNTING, BatchStatus.DRY_RUN)),
        PAUSE(RefundAction.BATCH_PAUSED, BatchStatus.PAUSED, Set.of(BatchStatus.RUNNING)),
        RESUME(RefundAction.BATCH_RESUMED, BatchStatus.RUNNING, Set.of(BatchStatus.PAUSED)),
        STOP(RefundAction.BATCH_STOPPED, BatchStatus.STOPPED, Set.of(BatchStatus.RUNNING, BatchStatus.PAUSED));

        private final RefundAction action;
        private final BatchStatus to;
        private final Set<BatchStatus> from;

        Step(RefundAction action, BatchStatus to, Set<BatchStatus> from) {
            this.action = action;
            this.to = to;
            this.from = from;
        }
    }

    /// Changes nothing where it is so already.
    Uni<Void> take(Step step, String locationId, UUID id, @Nullable String note, Actor actor) {
        return changeBatch.change(
                locationId, id, step.action, note, actor, now -> next(now, step, note, actor.subject()));
    }

    private static Uni<@Nullable RefundBatch> next(StoredBatch now, Step step, @Nullable String note, String person) {
        RefundBatch batch = now.batch();
        if (batch.status() == step.to) {
            return Uni.createFrom().nullItem();
        }
        return step.from.contains(batch.status())
                ? Uni.createFrom()
                        .item(after(batch, step, note, person, now.time().now()))
                : Uni.createFrom().failure(ChangeBatch.wrongStatus(batch));
    }

    private static RefundBatch after(RefundBatch batch, Step step, @Nullable String note, String person, Instant at) {
        return switch (step) {
            case DISMISS -> batch.dismiss(person, note, at);
            case PAUSE -> batch.pause(person, at);
            case RESUME -> batch.resume();
            case STOP -> batch.stop(person, note, at);
        };
    }
}
