package com.coworkpay.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the booking system receives of a refund on `booking.notices` (docs/contracts/schemas/refund-notice.v1.json).
/// No TID, no CID, no account, no payer.
///
/// @param amountKrw of this refund; 0 when declined
/// @param refundedKrw of the payment, so far
/// @param origin absent when declined
public record RefundNoticeV1(
        UUID paymentId,
        long version,
        String locationId,
        RefundStateV1.Payable payable,
        String status,
        String reason,
        @Nullable UUID refundId,
        @Nullable String cancellationId,
        long amountKrw,
        long refundedKrw,
        long totalKrw,
        boolean live,
        @Nullable Explanation explanation,
        @Nullable String origin,
        Instant occurredAt) {

    public record Explanation(String ko, String en) {}
}
