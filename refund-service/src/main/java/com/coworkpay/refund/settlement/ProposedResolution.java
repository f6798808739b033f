package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.refund.domain.ResolutionOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a resolution above the location's limit, until another person approves it.
///
/// @param limitKrw the limit that it is above; `limitVersion` is the version of the location that had it
/// @param ending absent while it waits; one that has expired may still have none
record ProposedResolution(
        UUID id,
        UUID refundId,
        UUID paymentId,
        String locationId,
        ResolutionOutcome outcome,
        long amountKrw,
        @Nullable String aid,
        String evidence,
        @Nullable String note,
        String proposedBy,
        String idempotencyKey,
        String requestHash,
        long limitKrw,
        long limitVersion,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Ending ending,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endingNote) {

    /// What became of it.
    enum Ending {
        APPROVED,
        DECLINED,
        /// By the one who proposed it.
        WITHDRAWN,
        EXPIRED
    }

    /// The resolution that it becomes, and that ends it.
    NewResolution approved(Actor approver, @Nullable String approvalNote) {
        return new NewResolution(
                locationId,
                paymentId,
                refundId,
                outcome,
                aid,
                evidence,
                note,
                proposedBy,
                approver,
                idempotencyKey,
                null,
                new NewResolution.Approved(approver.subject(), approvalNote, limitKrw));
    }
}
