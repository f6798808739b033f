package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the status of cancellations and their decisions, also of those whose payment is not known.
@ApplicationScoped
class FindCancellations {

    private static final int MAX_ROWS = 100;

    /// Those that are stored, and those that were set aside and never stored.
    private static final NamedQuery FIND = NamedQuery.of("""
            select row_to_json(known)::text as cancellation from (
              select c.cancellation_id, c.payable_type, c.payable_id, c.canceled_at, c.canceled_by_role, c.received_at,
                     c.edition, c.is_restored,
                     exists (select from paid_payment p where not p.overpaid and p.location_id = c.location_id
                                and p.payable_type = c.payable_type and p.payable_id = c.payable_id) as is_paid,
                     s.id as set_aside_id, s.status as set_aside_status,
                     (select coalesce(json_agg(d order by d.decided_at, d.id), '[]')
                        from paid_payment p join decision d on d.payment_id = p.payment_id
                             and d.cancellation_id = c.cancellation_id and d.edition = c.edition
                       where p.location_id = c.location_id and p.payable_type = c.payable_type
                         and p.payable_id = c.payable_id) as decisions
                from cancellation_state c
                left join lateral (
                  select s.id, s.status from set_aside s
                   where s.location_id = c.location_id and s.payable_type = c.payable_type
                     and s.payable_id = c.payable_id and s.cancellation_id = c.cancellation_id
                     and s.contents = c.contents and s.payment_id is not null
                     and s.status <> 'RELEASED' order by s.id desc limit 1) s on true
               where c.location_id = :locationId
                 and (:payableId::text is null or c.payable_type = :payableType and c.payable_id = :payableId)
                 and (:cancellationId::text is null or c.cancellation_id = :cancellationId)
              union all
              select s.cancellation_id, s.payable_type, s.payable_id, s.canceled_at, s.canceled_by_role, s.set_aside_at,
                     0, false, false, s.id, s.status, '[]'::json
                from set_aside s where s.location_id = :locationId and s.payment_id is null and s.status <> 'RELEASED'
                 and (:payableId::text is null or s.payable_type = :payableType and s.payable_id = :payableId)
                 and (:cancellationId::text is null or s.cancellation_id = :cancellationId)
               order by canceled_at desc, cancellation_id, edition desc limit %d) known""".formatted(MAX_ROWS));

    private final Pool pool;

    FindCancellations(Pool pool) {
        this.pool = pool;
    }

    /// The latest first.
    ///
    /// @param payable or null for whatever has this id: several payables may have it
    /// @param cancellationId or null for all of the payable's
    public Uni<List<FoundCancellation>> find(
            String locationId, @Nullable PayableRef payable, @Nullable String cancellationId) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("payableType", payable == null ? null : payable.type())
                .and("payableId", payable == null ? null : payable.id())
                .and("cancellationId", (Object) cancellationId);
        return FIND.run(pool, values).map(rows -> rows.stream()
                .map(row -> RowJson.read(row.getString("cancellation"), FoundCancellation.class))
                .toList());
    }
}
