package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.reporting.reading.ReadContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the report within a snapshot.
@ApplicationScoped
class TransactionStore {

    static final RowReader<Transaction> READER = RowReader.of(MethodHandles.lookup(), Transaction.class);

    static final String SELECT = "select " + READER.columns("t") + " from report_transaction t";

    /// Newest first; the id decides between what happened at the same time.
    static final String ORDER = " order by t.occurred_at desc, t.id desc";

    private static final RowReader<Totals> TOTALS_READER = RowReader.of(MethodHandles.lookup(), Totals.class);

    /// Each of the column of its name. Rows of test accounts are counted apart and never summed.
    record Totals(
            long transactionCount,
            long paymentCount,
            long overpaidCount,
            long refundedCount,
            long testCount,
            long paidKrw,
            long overpaidKrw,
            long refundedKrw,
            long refundedVatKrw,
            long refundedTaxFreeKrw,
            long refundPendingKrw,
            long refundedElsewhereKrw,
            long netKrw,
            long netVatKrw,
            long netTaxFreeKrw) {}

    /// The sums of the very columns that the rows show.
    private static final String TOTALS = """
            select count(*) filter (where t.live) as transaction_count,
                   count(*) filter (where t.live and t.paid_krw > 0) as payment_count,
                   count(*) filter (where t.live and t.overpaid_krw > 0) as overpaid_count,
                   count(*) filter (where t.live and t.refunded_krw > 0) as refunded_count,
                   count(*) filter (where not t.live) as test_count,
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
    Uni<List<Transaction>> list(
            SqlConnection connection,
            ReadContext context,
            String locationId,
            Filter filter,
            PageCursor.@Nullable InTime cursor,
            int limit) {
        TransactionFilterSql filterSql =
                TransactionFilterSql.of(context, locationId, filter).behind(cursor);
        return NamedQuery.of(SELECT + filterSql.sql() + ORDER + " limit :limit")
                .run(connection, filterSql.values().and("limit", limit))
                .map(rows -> rows.stream().map(READER::read).toList());
    }

    Uni<Optional<Transaction>> find(SqlConnection connection, ReadContext context, String locationId, UUID paymentId) {
        TransactionFilterSql filterSql = TransactionFilterSql.one(context, locationId, paymentId);
        return NamedQuery.of(SELECT + filterSql.sql())
                .run(connection, filterSql.values())
                .map(rows -> rows.stream().map(READER::read).findFirst());
    }

    Uni<Totals> totals(SqlConnection connection, ReadContext context, String locationId, Filter filter) {
        TransactionFilterSql filterSql = TransactionFilterSql.of(context, locationId, filter);
        return NamedQuery.of(TOTALS + filterSql.sql())
                .run(connection, filterSql.values())
                .map(rows -> TOTALS_READER.read(rows.iterator().next()));
    }
}
