package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the report: one payment with its refunds.
public record Transaction(
        String id,
        @Nullable String tid,
        String type,
        String payableId,
        String description,
        String payerId,
        String status,
        @Nullable String reason,
        boolean live,
        @Nullable String method,
        @Nullable String cardCompany,
        Instant occurredAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        Instant createdAt,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        long paidKrw,
        long overpaidKrw,
        long refundedKrw,
        long refundPendingKrw,
        long refundedElsewhereKrw,
        long netKrw,
        List<TransactionRefund> refunds) {

    public record TransactionRefund(
            String refundId,
            String status,
            String origin,
            String reason,
            long amountKrw,
            @Nullable String failure,
            @Nullable String aid,
            Instant requestedAt,
            @Nullable Instant canceledAt) {}

    /// Up to when the report has everything.
    public record Completeness(
            @Nullable Instant completeUpTo, @Nullable Long eventsBehind) {}

    public record Page(
            List<Transaction> transactions, @Nullable String nextCursor, String timezone, Completeness completeness) {}

    public record Found(Transaction transaction, String timezone, Completeness completeness) {}

    /// Of the same filters; test rows are counted and left out of the sums.
    public record Totals(
            long transactionCount,
            long paymentCount,
            long refundedCount,
            long testCount,
            long paidKrw,
            long refundedKrw,
            long refundPendingKrw,
            long refundedElsewhereKrw,
            long netKrw,
            Completeness completeness) {}
}
