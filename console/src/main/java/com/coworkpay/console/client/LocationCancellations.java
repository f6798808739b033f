package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cancellations of a location, each with what became of it.
public record LocationCancellations(
        List<Cancellation> cancellations, @Nullable String nextCursor) {

    /// @param outcome `REFUND`, `DECLINED`, `NO_PAYMENT`, `WAITING`, `RESTORED`, `SET_ASIDE`, `DISMISSED`
    public record Cancellation(
            String cancellationId,
            Payable payable,
            Instant cancelledAt,
            String cancelledBy,
            String cancelledByRole,
            Instant receivedAt,
            String outcome,
            LocalizedText explanation,
            List<DecidedPayment> decisions) {}

    public record Payable(String type, String id) {}

    public record DecidedPayment(
            String paymentId,
            PaymentRefunds.Decision decision,
            @Nullable String refundStatus) {}
}
