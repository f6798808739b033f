package com.coworkpay.reporting.transactions.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.reporting.reading.domain.ReadContext;
import com.coworkpay.reporting.transactions.domain.Cursor;
import com.coworkpay.reporting.transactions.domain.Filter;
import com.coworkpay.reporting.transactions.domain.Totals;
import com.coworkpay.reporting.transactions.domain.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the report within a snapshot.
@ApplicationScoped
public class TransactionStore {

    /// The sums of the very columns that the rows show.
    private static final String TOTALS = """
            select count(*) filter (where t.live) as transactions,
                   count(*) filter (where t.live and t.paid_krw > 0) as payments,
                   count(*) filter (where t.live and t.overpaid_krw > 0) as overpayments,
                   count(*) filter (where t.live and t.refunded_krw > 0) as refunded_transactions,
                   count(*) filter (where not t.live) as test_transactions,
                   coalesce(sum(t.paid_krw) filter (where t.live), 0)::bigint as paid_krw,
                   coalesce(sum(t.overpaid_krw) filter (where t.live), 0)::bigint as overpaid_krw,
                   coalesce(sum(t.refunded_krw) filter (where t.live), 0)::bigint as refunded_krw,
                   coalesce(sum(t.refunded_vat_krw) filter (where t.live), 0)::bigint as refunded_vat_krw,
                   coalesce(sum(t.refunded_tax_free_krw) filter (where t.live), 0)::bigint as refunded_tax_free_krw,
                   coalesce(sum(t.refund_pending_krw) filter (where t.live), 0)::bigint as refund_pending_krw,
                   coalesce(sum(t.refunded_elsewhere_krw) filter (where t.live), 0)::bigint as refunded_elsewhere_krw,
                   coalesce(sum(t.net_krw) filter (where t.live), 0)::bigint as net_krw,
                   coalesce(sum(t.net_vat_krw) filter (where t.live), 0)::bigint as net_vat_krw,
                   coalesce(sum(t.net_tax_free_krw) filter (where t.live), 0)::bigint as net_tax_free_krw
              from report_transaction t""";

    /// At most so many, newest first, from behind the cursor.
    public Uni<List<Transaction>> list(
            SqlConnection connection,
            ReadContext context,
            String locationId,
            Filter filter,
            @Nullable Cursor cursor,
            int limit) {
        TransactionFilterSql filterSql =
                TransactionFilterSql.of(context, locationId, filter).behind(cursor);
        return NamedQuery.of(
                        TransactionRowMapper.SELECT + filterSql.sql() + TransactionRowMapper.ORDER + " limit :limit")
                .run(connection, filterSql.values().and("limit", limit))
                .map(rows -> rows.stream().map(TransactionRowMapper::read).toList());
    }

    public Uni<Optional<Transaction>> find(
            SqlConnection connection, ReadContext context, String locationId, UUID paymentId) {
        TransactionFilterSql filterSql = TransactionFilterSql.one(context, locationId, paymentId);
        return NamedQuery.of(TransactionRowMapper.SELECT + filterSql.sql())
                .run(connection, filterSql.values())
                .map(rows -> rows.stream().map(TransactionRowMapper::read).findFirst());
    }

    public Uni<Totals> totals(SqlConnection connection, ReadContext context, String locationId, Filter filter) {
        TransactionFilterSql filterSql = TransactionFilterSql.of(context, locationId, filter);
        return NamedQuery.of(TOTALS + filterSql.sql())
                .run(connection, filterSql.values())
                .map(rows -> totals(rows.iterator().next()));
    }

    private static Totals totals(Row row) {
        return new Totals(
                row.getLong("transactions"),
                row.getLong("payments"),
                row.getLong("overpayments"),
                row.getLong("refunded_transactions"),
                row.getLong("test_transactions"),
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
}
