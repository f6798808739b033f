package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a person: payments, refunds and cancellations, each with what happened and what to do.
public final class Review {

    private Review() {}

    public record Payments(
            List<PaymentCase> payments, @Nullable String nextCursor) {

        public int count() {
            return payments.size();
        }
    }

    public record PaymentCase(
            String paymentId,
            String status,
            Payable payable,
            long totalKrw,
            boolean live,
            @Nullable String tid,
            Instant manualReviewSince,
            int attempts,
            Instant nextCheckAt,
            String reviewCase,
            @Nullable String lastAnswer,
            LocalizedText whatHappened,
            LocalizedText whatToDo) {}

    public record Payable(String type, String id) {}

    public record Refunds(
            List<RefundCase> refunds, @Nullable String nextCursor) {}

    public record RefundCase(
            String paymentId, int attempts, @Nullable Instant nextCheckAt, PaymentRefunds.Refund refund) {}

    public record SetAside(
            List<SetAsideCancellation> cancellations,
            @Nullable String nextCursor) {}

    public record SetAsideCancellation(
            String id,
            String cancellationId,
            Payable payable,
            @Nullable String paymentId,
            String reason,
            LocalizedText explanation,
            Instant cancelledAt,
            @Nullable Instant comparedWith,
            Instant setAsideAt) {}

    /// @param outcome `PAID`, `NOT_PAID` of a payment; `REFUNDED`, `REFUNDED_ELSEWHERE`, `GIVEN_UP` of a refund
    /// @param aid KakaoPay's id of the cancel, with `REFUNDED`
    public record Resolution(
            String outcome,
            @Nullable String aid,
            String evidence,
            @Nullable String note) {}

    /// Of a payment: without `aid`.
    public record PaymentResolution(
            String outcome, String evidence, @Nullable String note) {}

    public record End(String note) {}
}
