package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a refund. Its moves are those of its [RefundState].
///
/// @param id sent to KakaoPay as the cancel's payload
/// @param requestHash of an administrator's request, as PostgreSQL writes bytes
/// @param cancelAttempts cancels that may have taken effect
/// @param sentAt of the last of them
/// @param availableKrw the balance that they were bound to; the same for every repeat
/// @param repeatDecline KakaoPay's decline of a repeat, which proves nothing about the first attempt
/// @param moreAids of cancels that KakaoPay lists without amounts
/// @param canceledAt KakaoPay's own
/// @param lastCheckedAt when `order` was asked last
/// @param onlyAttemptDeclined KakaoPay declined the only cancel: it moved nothing
/// @param repeatNotBefore a bank deal may be open at KakaoPay: no repeat before it is over
/// @param failureConfirmedAt `order` proved that a failed refund moved nothing
/// @param approval absent: nobody has to approve it
/// @param batchId of the refund batch that requested it
/// @param traceparent background work goes on in the caller's trace
@RecordBuilder
@RecordBuilder.Options(addClassRetainedGenerated = true, enableWither = false)
public record Refund(
        UUID id,
        UUID paymentId,
        long version,
        RefundStatus status,
        Origin origin,
        long amountKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable UUID decisionId,
        @Nullable String cancellationId,
        String reason,
        @Nullable String note,
        @Nullable String requestedBy,
        @Nullable String caller,
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        int cancelAttempts,
        @Nullable Instant sentAt,
        @Nullable Long availableKrw,
        @Nullable Failure repeatDecline,
        @Nullable Failure failure,
        @Nullable String lastAnswer,
        @Nullable String aid,
        List<String> moreAids,
        @Nullable Instant canceledAt,
        @Nullable Instant unsettledSince,
        @Nullable Instant manualReviewSince,
        @Nullable ReviewReason manualReviewReason,
        @Nullable Instant nextCheckAt,
        int checkAttempts,
        @Nullable Instant lastCheckedAt,
        boolean onlyAttemptDeclined,
        @Nullable Instant repeatNotBefore,
        @Nullable Instant failureConfirmedAt,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Approval approval,
        @Nullable String traceparent,
        @Nullable UUID batchId) {

    public Refund {
        moreAids = List.copyOf(moreAids);
    }

    public Amounts amounts() {
        return new Amounts(amountKrw, vatKrw, taxFreeKrw);
    }

    /// Not sent until a person has decided: the same amount was canceled outside.
    public boolean isHeld() {
        return manualReviewReason == ReviewReason.SAME_AMOUNT_OUTSIDE;
    }

    /// From then on nothing that was sent can be in flight, and cancel may be repeated: the quiet time since the last
    /// attempt is over, and no bank's deal is open. Null: nothing was sent. It changes only with the version.
    public @Nullable Instant repeatableFrom(Duration quietAfter) {
        if (sentAt == null) {
            return repeatNotBefore;
        }
        Instant quietFrom = sentAt.plus(quietAfter);
        return repeatNotBefore == null || repeatNotBefore.isBefore(quietFrom) ? quietFrom : repeatNotBefore;
    }

    /// Until the next order inquiry, after one from which nothing followed. A failure has the pauses of manual review.
    public Duration inquiryPause(Pauses pauses, Instant at) {
        Instant beganAt = unsettledSince == null ? requestedAt : unsettledSince;
        boolean inReview = status == RefundStatus.FAILED || manualReviewSince != null;
        return pauses.after(checkAttempts - 1, beganAt, inReview, at);
    }
}
