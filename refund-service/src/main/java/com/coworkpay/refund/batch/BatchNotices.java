package com.coworkpay.refund.batch;

import com.coworkpay.contracts.BatchNoticeV1;
import com.coworkpay.contracts.EventTypes;
import com.coworkpay.refund.batch.BatchChangeStore.Notice;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.RefundBatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the booking system gets of a refund batch: that it waits for somebody, and its end.
final class BatchNotices {

    private BatchNotices() {}

    /// @param now the batch as it was, with what its payments add up to
    /// @return null where nothing is to be said of it
    static @Nullable Notice of(StoredBatch now, RefundBatch after, Instant at) {
        return now.batch().status() == after.status() ? null : of(after, now.progress(), leftOut(now, after), at);
    }

    /// At the end of the count, when nothing was refunded yet.
    static @Nullable Notice ofCount(RefundBatch after, Instant at) {
        return of(after, new StoredBatch.Progress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), leftOut(after), at);
    }

    private static @Nullable Notice of(RefundBatch after, StoredBatch.Progress progress, long leftOut, Instant at) {
        String type = type(after.status());
        return type == null
                ? null
                : new Notice(
                        type,
                        new BatchNoticeV1(
                                after.id(),
                                after.version(),
                                after.locationId(),
                                after.cancellationId(),
                                after.kind().name(),
                                after.eventId(),
                                after.day(),
                                after.resourceType(),
                                after.resourceId(),
                                after.status().name(),
                                after.payments(),
                                after.totalKrw(),
                                leftOut,
                                progress.refunded(),
                                progress.refundedKrw(),
                                progress.failed(),
                                progress.inReview(),
                                at));
    }

    private static @Nullable String type(BatchStatus status) {
        return switch (status) {
            case DRY_RUN -> EventTypes.NOTICE_BATCH_AWAITS_CONFIRMATION;
            case AWAITING_APPROVAL -> EventTypes.NOTICE_BATCH_AWAITS_APPROVAL;
            case DONE, STOPPED, DISMISSED, DECLINED, EXPIRED -> EventTypes.NOTICE_BATCH_FINISHED;
            case COUNTING, RUNNING, PAUSED -> null;
        };
    }

    private static long leftOut(StoredBatch now, RefundBatch after) {
        return after.countedAt() == null
                ? 0
                : now.leftOut().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long leftOut(RefundBatch after) {
        Integer candidates = after.candidates();
        Integer payments = after.payments();
        return candidates == null || payments == null ? 0 : candidates - payments;
    }
}
