package com.coworkpay.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be paid by a signed link, as payment-service shows it to whoever has the link.
public record Checkout(
        String checkoutId,
        long version,
        String locationId,
        @Nullable Place location,
        Payable payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable Map<String, Object> policy,
        List<Step> refundSteps,
        @Nullable String language,
        @Nullable Boolean live,
        Instant expiresAt,
        boolean payableNow,
        @Nullable Obstacle obstacle,
        List<Attempt> attempts,
        @Nullable Receipt receipt,
        boolean over,
        String returnUrl) {

    public record Place(
            String title, String timezone, @Nullable Seller seller) {}

    public record Payable(
            String type,
            @Nullable Instant startAt,
            @Nullable LocalDate day) {}

    /// So much goes back until then.
    public record Step(Instant until, int percent, long amountKrw) {}

    /// Why no attempt begins now.
    public record Obstacle(
            String type,
            LocalizedText title,
            LocalizedText detail,
            @Nullable Long retryAfterSeconds) {

        /// The last part of the problem's URN, such as `payable-already-paid`.
        public String slug() {
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    public record Attempt(
            String paymentId,
            String status,
            @Nullable LocalizedText reasonText,
            @Nullable String redirectUrl,
            @Nullable Instant expiresAt) {}

    public record Receipt(
            String paymentId,
            Instant approvedAt,
            @Nullable String method,
            @Nullable String cardCompany,
            long refundedKrw,
            long refundPendingKrw,
            List<Refund> refunds) {}

    public record Refund(
            String status, long amountKrw, @Nullable Instant refundedAt) {}

    public record PayRequest(String device) {}

    public record Begun(String paymentId, String redirectUrl) {}

    public @Nullable Attempt newest() {
        return attempts.isEmpty() ? null : attempts.getFirst();
    }

    /// KakaoPay is being asked whether it is paid.
    public boolean isProcessing() {
        Attempt newest = newest();
        return receipt == null && newest != null && newest.status().equals("PROCESSING");
    }

    /// The payer may go on at KakaoPay.
    public boolean isPending() {
        Attempt newest = newest();
        return receipt == null && newest != null && newest.status().equals("PENDING") && newest.redirectUrl() != null;
    }

    /// The attempt before this page ended without being paid.
    public boolean isTriedInVain() {
        Attempt newest = newest();
        return receipt == null
                && newest != null
                && (newest.status().equals("CANCELED") || newest.status().equals("FAILED"));
    }
}
