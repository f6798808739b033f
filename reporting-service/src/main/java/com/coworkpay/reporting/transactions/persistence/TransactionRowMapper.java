package com.coworkpay.reporting.transactions.persistence;

import com.coworkpay.reporting.transactions.domain.Refund;
import com.coworkpay.reporting.transactions.domain.Transaction;
import com.coworkpay.reporting.transactions.domain.TransactionAmounts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the view as a transaction.
public final class TransactionRowMapper {

    public static final String SELECT = """
            select t.payment_id, t.tid, t.payable_type, t.payable_id, t.description, t.payer_id, t.status, t.reason,
                   t.live, t.method, t.card_company, t.occurred_at, t.created_at, t.approved_at, t.canceled_at,
                   t.failed_at, t.recorded_at, t.total_krw, t.vat_krw, t.tax_free_krw, t.paid_krw, t.overpaid_krw,
                   t.refunded_krw, t.refunded_vat_krw, t.refunded_tax_free_krw, t.refund_pending_krw,
                   t.refunded_elsewhere_krw, t.net_krw,
                   t.net_vat_krw, t.net_tax_free_krw, t.refunds
              from report_transaction t""";

    /// Newest first; the id decides between what happened at the same time.
    public static final String ORDER = " order by t.occurred_at desc, t.payment_id desc";

    private TransactionRowMapper() {}

    public static Transaction read(Row row) {
        return new Transaction(
                row.getUUID("payment_id"),
                row.getString("tid"),
                row.getString("payable_type"),
                row.getString("payable_id"),
                row.getString("description"),
                row.getString("payer_id"),
                row.getString("status"),
                row.getString("reason"),
                row.getBoolean("live"),
                row.getString("method"),
                row.getString("card_company"),
                instant(row, "occurred_at"),
                instant(row, "created_at"),
                instantOrNull(row, "approved_at"),
                instantOrNull(row, "canceled_at"),
                instantOrNull(row, "failed_at"),
                instant(row, "recorded_at"),
                amounts(row),
                refunds(row.get(JsonArray.class, "refunds")));
    }

    private static TransactionAmounts amounts(Row row) {
        return new TransactionAmounts(
                row.getLong("total_krw"),
                row.getLong("vat_krw"),
                row.getLong("tax_free_krw"),
                row.getLong("paid_krw"),
                row.getLong("overpaid_krw"),
                row.getLong("refunded_krw"),
                row.getLong("refunded_vat_krw"),
                row.getLong("refunded_tax_free_krw"),
                row.getLong("refund_pending_krw"),
                row.getLong("refunded_elsewhere_krw"),
                row.getLong("net_krw"),
                row.getLong("net_vat_krw"),
                row.getLong("net_tax_free_krw"));
    }

    private static List<Refund> refunds(JsonArray lines) {
        return lines.stream()
                .map(JsonObject.class::cast)
                .map(TransactionRowMapper::refund)
                .toList();
    }

    private static Refund refund(JsonObject line) {
        return new Refund(
                UUID.fromString(line.getString("refundId")),
                line.getString("status"),
                line.getString("origin"),
                line.getString("reason"),
                line.getLong("amountKrw"),
                line.getLong("vatKrw"),
                line.getLong("taxFreeKrw"),
                line.getString("failure"),
                line.getString("aid"),
                Instant.parse(line.getString("requestedAt")),
                instantOrNull(line, "canceledAt"),
                instantOrNull(line, "manualReviewSince"),
                line.getString("manualReviewReason"));
    }

    private static @Nullable Instant instantOrNull(JsonObject line, String name) {
        String at = line.getString(name);
        return at == null ? null : Instant.parse(at);
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    private static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
