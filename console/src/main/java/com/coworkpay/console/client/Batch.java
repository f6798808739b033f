package com.coworkpay.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A refund batch of an event or of a day: its dry run, its progress, its report.
///
/// @param kind EVENT or DAY
/// @param candidates all payments of the event or day; null until they are counted, as are payments and totalKrw
/// @param payments of them, those that are to be refunded
/// @param totalKrw given back at most
/// @param underWay of the payments, those that wait for an earlier refund's end
/// @param laterPayments that became known after the count
/// @param approval null where nobody has to approve it
public record Batch(
        String batchId,
        String status,
        String kind,
        @Nullable String eventId,
        @Nullable LocalDate day,
        @Nullable String resourceType,
        @Nullable String resourceId,
        boolean confirmedByBookingSystem,
        String requestedBy,
        Instant requestedAt,
        @Nullable String note,
        @Nullable Instant countedAt,
        @Nullable Long candidates,
        @Nullable Long payments,
        @Nullable Long totalKrw,
        long underWay,
        List<LeftOut> leftOut,
        long laterPayments,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable RefundApproval approval,
        @Nullable Instant expiresAt,
        @Nullable Instant startedAt,
        @Nullable String pausedBy,
        @Nullable Instant finishedAt,
        @Nullable String endedBy,
        @Nullable String endingNote,
        Progress progress) {

    private static final Set<String> OVER = Set.of("DONE", "STOPPED", "DISMISSED", "DECLINED", "EXPIRED");

    /// Payments that are left out for one reason.
    public record LeftOut(String reason, long payments) {}

    /// What has become of the payments that are to be refunded.
    ///
    /// @param pending nothing was requested of them yet
    /// @param requested of which the outcome is not known yet
    public record Progress(
            long pending,
            long requested,
            long requestedKrw,
            long refunded,
            long refundedKrw,
            long failed,
            long failedKrw,
            long inReview,
            long inReviewKrw,
            long stopped) {

        public long all() {
            return pending + requested + refunded + failed + inReview + stopped;
        }

        /// Those of which the outcome is known, or waits for a person.
        public long over() {
            return refunded + failed + inReview;
        }
    }

    public record Page(List<Batch> batches, @Nullable String nextCursor) {}

    /// An event, or a day with or without a resource.
    public record Request(
            @Nullable String eventId,
            @Nullable String day,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable String note) {}

    /// What the person saw in the dry run.
    public record Confirmation(long payments, long totalKrw) {}

    public record Answer(
            String answer, long totalKrw, @Nullable String note) {}

    public record Note(@Nullable String note) {}

    public record Payments(
            List<BatchPayment> payments, @Nullable String nextCursor) {}

    /// @param amountKrw that the batch gives back at most; 0 where it is left out
    /// @param balanceKrw what can still be refunded of it now
    public record BatchPayment(
            String paymentId,
            String description,
            Instant approvedAt,
            long totalKrw,
            long givenBackKrw,
            long amountKrw,
            String outcome,
            boolean underWay,
            @Nullable String leftOutReason,
            long balanceKrw,
            @Nullable Long refundKrw,
            @Nullable String failure) {}

    public boolean isOfEvent() {
        return kind.equals("EVENT");
    }

    public boolean isIn(String expected) {
        return status.equals(expected);
    }

    public boolean isCounting() {
        return isIn("COUNTING");
    }

    public boolean isDryRun() {
        return isIn("DRY_RUN");
    }

    public boolean isAwaitingApproval() {
        return isIn("AWAITING_APPROVAL");
    }

    public boolean isRunning() {
        return isIn("RUNNING");
    }

    public boolean isPaused() {
        return isIn("PAUSED");
    }

    /// It changes by itself, or by somebody else.
    public boolean isMoving() {
        return !OVER.contains(status) || progress.requested > 0;
    }

    /// It has begun to give money back: its figures are progress, then the report.
    public boolean hasRun() {
        return startedAt != null;
    }

    /// There is something to confirm.
    public boolean isConfirmable() {
        return isDryRun() && payments != null && payments > 0;
    }

    public boolean isOf(String person) {
        return person.equals(requestedBy) || person.equals(confirmedBy);
    }
}
