package com.coworkpay.reporting.transactions.domain;

import com.coworkpay.reporting.projection.domain.PayableType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the report: a payment with what went back of it.
///
/// @param occurredAt when its money was taken; while and where none was, when it was begun. The list's order
/// @param approvedAt KakaoPay's own
/// @param canceledAt when it ended without being paid
/// @param recordedAt when the services wrote what the row shows
public record Transaction(
        UUID paymentId,
        @Nullable String tid,
        PayableType type,
        String payableId,
        String description,
        String payerId,
        ReportStatus status,
        @Nullable String reason,
        boolean live,
        @Nullable String method,
        @Nullable String cardCompany,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        Instant recordedAt,
        TransactionAmounts amounts,
        List<Refund> refunds) {

    public Transaction {
        refunds = List.copyOf(refunds);
    }

    public Cursor cursor() {
        return new Cursor(occurredAt, paymentId);
    }
}
