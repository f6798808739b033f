package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.RestorationSql;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads cancellations and their decisions.
@ApplicationScoped
class CancellationQueryStore {

    /// Those that are stored, and those that were set aside and never stored.
    private static final String SELECT = """
            select row_to_json(known)::text as cancellation from (
              select c.cancellation_id, c.payable_type, c.payable_id, c.canceled_at, c.canceled_by_role, c.received_at,
                     c.edition, """ + RestorationSql.isRestored("c") + """
                     as is_restored,
                     exists (select from paid_payment p where not p.overpaid and p.location_id = c.location_id
                                and p.payable_type = c.payable_type and p.payable_id = c.payable_id) as is_paid,
                     s.id as set_aside_id, s.status as set_aside_status,
                     (select coalesce(json_agg(d order by d.decided_at, d.id), '[]')
                        from paid_payment p join decision d on d.payment_id = p.payment_id
                             and d.cancellation_id = c.cancellation_id and d.edition = c.edition
                       where p.location_id = c.location_id and p.payable_type = c.payable_type
                         and p.payable_id = c.payable_id) as decisions
                from cancellation c
                left join lateral (
                  select s.id, s.status from set_aside s
                   where s.location_id = c.location_id and s.payable_type = c.payable_type
                     and s.payable_id = c.payable_id and s.cancellation_id = c.cancellation_id
                     and s.contents = c.contents and s.payment_id is not null
                     and s.status <> 'RELEASED' order by s.id desc limit 1) s on true
               where c.location_id = :locationId and %1$s
              union all
              select c.cancellation_id, c.payable_type, c.payable_id, c.canceled_at, c.canceled_by_role, c.set_aside_at,
                     0, false, false, c.id, c.status, '[]'::json
                from set_aside c where c.location_id = :locationId and c.payment_id is null and c.status <> 'RELEASED'
                 and %1$s
               order by canceled_at desc, cancellation_id, edition desc limit :maxRows) known""";

    private static final NamedQuery OF_ID = NamedQuery.of(SELECT.formatted("c.cancellation_id = :cancellationId"));
    private static final NamedQuery OF_PAYABLE =
            NamedQuery.of(SELECT.formatted("c.payable_type = :payableType and c.payable_id = :payableId"));
    private static final NamedQuery OF_BOTH = NamedQuery.of(SELECT.formatted(
            "c.payable_type = :payableType and c.payable_id = :payableId and c.cancellation_id = :cancellationId"));

    private final Pool pool;

    CancellationQueryStore(Pool pool) {
        this.pool = pool;
    }

    /// The latest first.
    ///
    /// @param payable or null for whatever has this id
    /// @param cancellationId or null for all of the payable's
    public Uni<List<FoundCancellation>> find(
            String locationId, @Nullable PayableRef payable, @Nullable String cancellationId, int max) {
        Parameters values = Parameters.with("locationId", locationId).and("maxRows", max);
        if (payable != null) {
            values.and("payableType", payable.type()).and("payableId", payable.id());
        }
        if (cancellationId != null) {
            values.and("cancellationId", cancellationId);
        }
        NamedQuery statement = payable == null ? OF_ID : cancellationId == null ? OF_PAYABLE : OF_BOTH;
        return statement.run(pool, values).map(rows -> rows.stream()
                .map(row -> RowJson.read(row.getString("cancellation"), FoundCancellation.class))
                .toList());
    }
}
