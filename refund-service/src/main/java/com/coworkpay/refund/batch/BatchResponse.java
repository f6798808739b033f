package com.coworkpay.refund.batch;

import com.coworkpay.refund.batch.domain.BatchKind;
import com.coworkpay.refund.batch.domain.BatchSource;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.ledger.ApprovalResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A refund batch: its dry run, its progress and, once it is over, its report.
@Schema(name = "RefundBatchResponse")
record BatchResponse(
        UUID batchId,

        @Schema(description = "Grows with each change of the batch and of its refunds")
        long version,

        BatchStatus status,
        BatchKind kind,

        @Schema(description = "Of an EVENT") @Nullable String eventId,

        @Schema(description = "Of a DAY, in `timezone`", examples = "2026-12-24") @Nullable
        LocalDate day,

        @Schema(description = "Of a DAY of one resource alone") @Nullable
        String resourceType,

        @Nullable String resourceId,

        @Schema(description = "In which the day begins and ends; absent until it is counted, and of an EVENT") @Nullable
        String timezone,

        BatchSource source,

        @Schema(description = "The booking system's id of what it cancelled or closed") @Nullable
        String cancellationId,

        @Schema(description = "The booking system confirmed it itself: it needs no dry run by a person")
        boolean confirmedByBookingSystem,

        @Schema(
                description =
                        "Who cancelled the event or closed the day, as the booking system has it; or the subject of the person who asked")
        String requestedBy,

        Instant requestedAt,
        @Nullable String note,

        @Schema(description = "When its payments were counted; absent while they are being counted") @Nullable
        Instant countedAt,

        @Schema(
                description =
                        "All payments of the event or day, as they were known when they were counted; null until then")
        @Nullable
        Integer candidates,

        @Schema(description = "Of them, those that are to be refunded; null until they are counted") @Nullable
        Integer payments,

        @Schema(description = "What is given back at most, in whole won; null until it is counted") @Nullable
        Long totalKrw,

        @Schema(
                description =
                        "Of `payments`, those that wait for an earlier refund by a cancellation or batch: only if it fails they are refunded")
        long underWay,

        @Schema(description = "What the dry run, or the run, left out, by reason")
        List<LeftOutResponse> leftOut,

        @Schema(
                description =
                        "Payments of the event or day that became known after the count: a further batch may refund them once this one is over")
        long laterPayments,

        @Schema(description = "The subject of who confirmed the dry run") @Nullable
        String confirmedBy,

        @Nullable Instant confirmedAt,

        @Schema(description = "If it is above the location's limit") @Nullable
        ApprovalResponse approval,

        @Schema(description = "While it waits for somebody: when it ends by itself") @Nullable
        Instant expiresAt,

        @Nullable Instant startedAt,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,

        @Schema(description = "When it was over") @Nullable Instant finishedAt,

        @Schema(description = "The subject of the person who ended it; absent where it ended by itself") @Nullable
        String endedBy,

        @Nullable String endingNote,
        ProgressResponse progress) {

    static final long MAX_KRW = 9_007_199_254_740_991L;

    static BatchResponse of(StoredBatch stored) {
        RefundBatch batch = stored.batch();
        return new BatchResponse(
                batch.id(),
                stored.version(),
                batch.status(),
                batch.kind(),
                batch.eventId(),
                batch.day(),
                batch.resourceType(),
                batch.resourceId(),
                batch.timezone(),
                batch.source(),
                batch.cancellationId(),
                batch.confirmedByBookingSystem(),
                batch.requestedBy(),
                batch.requestedAt(),
                batch.note(),
                batch.countedAt(),
                batch.candidates(),
                batch.payments(),
                batch.totalKrw(),
                stored.underWay(),
                batch.countedAt() == null
                        ? List.of()
                        : stored.leftOut().entrySet().stream()
                                .map(each -> new LeftOutResponse(each.getKey(), each.getValue()))
                                .toList(),
                stored.laterPayments(),
                batch.confirmedBy(),
                batch.confirmedAt(),
                batch.approval() == null ? null : ApprovalResponse.of(batch.approval()),
                batch.expiresAt(),
                batch.startedAt(),
                batch.pausedAt(),
                batch.pausedBy(),
                batch.finishedAt(),
                batch.endedBy(),
                batch.endingNote(),
                ProgressResponse.of(stored.progress()));
    }

    /// Payments that are left out for one reason.
    @Schema(name = "RefundBatchLeftOutResponse")
    record LeftOutResponse(LeftOutReason reason, long payments) {}

    /// What has become of the payments that are to be refunded.
    @Schema(name = "RefundBatchProgressResponse")
    record ProgressResponse(
            @Schema(description = "Nothing was requested of them yet")
            long pending,

            @Schema(description = "Their refunds are requested, or their outcome is not known yet")
            long requested,

            @Schema(description = "Of these, in whole won") long requestedKrw,

            long refunded,

            @Schema(description = "Of these, in whole won") long refundedKrw,

            long failed,

            @Schema(description = "Of these, in whole won") long failedKrw,

            @Schema(description = "In manual review; they continue by themselves")
            long inReview,

            @Schema(description = "Of these, in whole won") long inReviewKrw,

            @Schema(description = "The batch ended before they were requested")
            long stopped) {

        static ProgressResponse of(StoredBatch.Progress progress) {
            return new ProgressResponse(
                    progress.pending(),
                    progress.requested(),
                    progress.requestedKrw(),
                    progress.refunded(),
                    progress.refundedKrw(),
                    progress.failed(),
                    progress.failedKrw(),
                    progress.inReview(),
                    progress.inReviewKrw(),
                    progress.stopped());
        }
    }
}
