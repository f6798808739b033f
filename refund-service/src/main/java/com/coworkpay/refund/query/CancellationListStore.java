package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a location's cancellations with their decisions, also those whose payment is not known.
@ApplicationScoped
class CancellationListStore {

    /// Decisions are read of the rows of the page alone.
    private static final String SELECT = """
            select row_to_json(known)::text as cancellation from (
              select page.*,
                     (select coalesce(json_agg(json_build_object('decision', d, 'refund_status', r.status)
                                               order by d.decided_at, d.id), '[]')
                        from paid_payment p join decision d on d.payment_id = p.payment_id
                             and d.cancellation_id = page.cancellation_id and d.edition = page.edition
                        left join refund r on r.id = d.refund_id
                       where p.location_id = page.location_id and p.payable_type = page.payable_type
                         and p.payable_id = page.payable_id) as decisions
                from (select x.* from received_cancellation x""";

    private static final String ORDER = """
             order by x.received_at desc, x.id desc limit :max) page
               order by page.received_at desc, page.id desc) known""";

    private final Pool pool;

    CancellationListStore(Pool pool) {
        this.pool = pool;
    }

    /// At most so many, newest first, from behind the place.
    ///
    /// @param zone of the location: its days begin there
    Uni<List<FoundCancellation>> page(
            String locationId, CancellationFilter filter, ZoneId zone, PageCursor.@Nullable InTime after, int max) {
        FilterSql filterSql = CancellationFilterSql.of(locationId, filter, zone).behind("received_at", after);
        return NamedQuery.of(SELECT + filterSql.sql() + "\n" + ORDER)
                .run(pool, filterSql.values().and("max", max))
                .map(rows -> rows.stream()
                        .map(row -> RowJson.read(row.getString("cancellation"), FoundCancellation.class))
                        .toList());
    }
}
