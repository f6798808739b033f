package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was and can be refunded of a payment, as refund-service has it now.
///
/// @param balanceKrw what can still be refunded: reservations are taken off
public record PaymentRefunds(
        String paymentId,
        boolean live,
        long totalKrw,
        long refundedKrw,
        long reservedKrw,
        long refundedElsewhereKrw,
        long balanceKrw,
        List<Refund> refunds,
        List<Decision> decisions,
        long decisionsOmitted) {

    public record Refund(
            String refundId,
            String status,
            String origin,
            String reason,
            @Nullable String note,
            long amountKrw,
            long vatKrw,
            @Nullable String cancellationId,
            @Nullable String requestedBy,
            Instant requestedAt,
            @Nullable Instant canceledAt,
            @Nullable String aid,
            @Nullable String failure,
            @Nullable Instant failedAt,
            @Nullable Instant manualReviewSince,
            @Nullable String manualReviewReason,
            @Nullable String lastAnswer,
            @Nullable LocalizedText explanation) {}

    public record Decision(
            String decisionId,
            @Nullable String cancellationId,
            String outcome,
            String reason,
            long amountKrw,
            @Nullable Instant deadlineAt,
            Instant decidedAt,
            Map<String, Object> evidence,
            LocalizedText explanation) {}

    /// @param amountKrw null: all that is left
    /// @param balanceKrw what the person saw
    public record Request(
            @Nullable Long amountKrw,
            long balanceKrw,
            String reason,
            @Nullable String note) {}
}
