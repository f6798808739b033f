package com.coworkpay.reporting.transactions.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the report: a payment with what went back of it.
///
/// @param type the name of a payable type
/// @param status the name of a [ReportStatus], or a status of payments that is not known here yet
/// @param occurredAt when its money was taken; while and where none was, when it was begun. The list's order
/// @param approvedAt KakaoPay's own
/// @param canceledAt when it ended without being paid
/// @param recordedAt when the services wrote what the row shows
public record Transaction(
        UUID paymentId,
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
