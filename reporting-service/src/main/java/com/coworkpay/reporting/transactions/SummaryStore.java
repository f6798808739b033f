package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.reporting.reading.ReadContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums up movements: each payment at the moment at which it was taken, each refund at its own.
@ApplicationScoped
class SummaryStore {

    /// The sums of one group.
    ///
    /// @param period which one, from 1 on; null where groups are made of words
    /// @param word null where it has none: no method before it was paid
    record Group(@Nullable Integer period, @Nullable String word, SummaryFigures figures) {}

    private static final RowReader<Group> READER = RowReader.of(MethodHandles.lookup(), Group.class);

    /// Refunds of what was not taken count nothing: the payment itself is not known yet, or is not paid.
    private static final String MOVEMENTS = """
            select t.occurred_at as at, t.type, t.method, t.status, t.live, true as is_payment, t.paid_krw, t.overpaid_krw,
                   null as refund_status, null as origin, 0 as amount_krw
              from report_transaction t%s
            union all
            select r.at, t.type, t.method, t.status, t.live, false, 0, 0, r.status, r.origin, r."amountKrw"
              from report_transaction t
             cross join lateral (select coalesce(r."canceledAt", r."requestedAt") as at, r.status, r.origin, r."amountKrw"
                                   from jsonb_to_recordset(t.refunds) as r(status text, origin text, "amountKrw" bigint,
                                        "requestedAt" timestamptz, "canceledAt" timestamptz)) r%s""";

    private static final String TAKEN =
            " and t.refund_ids is not null and t.paid_krw + t.overpaid_krw > 0 and r.status <> 'FAILED'";

    private static final String SUMS = """
            select %s,
                   count(*) filter (where is_payment and live) as transaction_count,
                   count(*) filter (where live and paid_krw > 0) as paid_count,
                   coalesce(sum(paid_krw) filter (where live), 0)::bigint as paid_krw,
                   count(*) filter (where live and overpaid_krw > 0) as overpaid_count,
                   coalesce(sum(overpaid_krw) filter (where live), 0)::bigint as overpaid_krw,
                   count(*) filter (where live and refund_status = 'SUCCEEDED') as refunded_count,
                   coalesce(sum(amount_krw) filter (where live and refund_status = 'SUCCEEDED'), 0)::bigint as refunded_krw,
                   count(*) filter (where live and refund_status = 'SUCCEEDED' and origin = 'OUTSIDE')
                     as refunded_outside_count,
                   coalesce(sum(amount_krw) filter (where live and refund_status = 'SUCCEEDED' and origin = 'OUTSIDE'),
                     0)::bigint as refunded_outside_krw,
                   count(*) filter (where live and refund_status <> 'SUCCEEDED') as refund_pending_count,
                   coalesce(sum(amount_krw) filter (where live and refund_status <> 'SUCCEEDED'), 0)::bigint
                     as refund_pending_krw,
                   coalesce(sum(paid_krw + overpaid_krw) filter (where live), 0)::bigint
                     - coalesce(sum(amount_krw) filter (where live and refund_status = 'SUCCEEDED'), 0)::bigint as net_krw,
                   count(*) filter (where is_payment and not live) as test_count
              from (%s) m
             group by 1, 2""";

    Uni<List<Group>> read(
            SqlConnection connection,
            ReadContext context,
            String locationId,
            SummaryBy by,
            Filter filter,
            SummaryPeriods periods) {
        TransactionFilterSql payments = TransactionFilterSql.of(context, locationId, filter);
        // The same transactions of whatever day: a refund counts by its own.
        String refunds =
                TransactionFilterSql.of(context, locationId, filter.always()).sql()
                        + TAKEN
                        + (filter.from() == null ? "" : " and r.at >= :fromAt")
                        // Nothing went back before it was taken.
                        + (filter.to() == null ? "" : " and r.at < :toAt and t.occurred_at < :toAt");
        Parameters values = payments.values();
        boolean byTime = !periods.all().isEmpty();
        if (byTime) {
            values.and("begins", periods.begins(context.zone()));
        }
        String key = byTime
                ? "width_bucket(m.at, :begins::timestamptz[]) as period, null::text as word"
                : "null::integer as period, m." + by + " as word";
        return NamedQuery.of(SUMS.formatted(key, MOVEMENTS.formatted(payments.sql(), refunds)))
                .run(connection, values)
                .map(rows -> rows.stream().map(READER::read).toList());
    }
}
