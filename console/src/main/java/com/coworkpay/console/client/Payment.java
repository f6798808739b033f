package com.coworkpay.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One payment, as payment-service has it now.
public record Payment(
        String paymentId,
        String status,
        @Nullable String reason,
        @Nullable LocalizedText reasonText,
        @Nullable LocalizedText declineText,
        String payerId,
        String ownerRole,
        Payable payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        long refundedKrw,
        long refundPendingKrw,
        long overpaidKrw,
        int quantity,
        String device,
        @Nullable Map<String, Object> policy,
        boolean live,
        @Nullable String checkoutId,
        @Nullable String tid,
        @Nullable String method,
        @Nullable String cardCompany,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        @Nullable Instant manualReviewSince) {

    public record Payable(
            String type,
            String id,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable Instant startAt,
            @Nullable LocalDate day) {}

    /// Nothing more happens to it by itself.
    public boolean isOver() {
        return !status.equals("PENDING") && !status.equals("PROCESSING") && refundPendingKrw == 0;
    }
}
