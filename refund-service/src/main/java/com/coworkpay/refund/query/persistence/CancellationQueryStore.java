package com.coworkpay.refund.query.persistence;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.persistence.RestorationSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads cancellations and their decisions.
@ApplicationScoped
public class CancellationQueryStore {

    /// Those that are stored, and those that were set aside and never stored.
    private static final String SELECT = """
            select state from (
              select c.canceled_at as at, c.cancellation_id as id, c.edition,
                     jsonb_build_object('cancellationId', c.cancellation_id,
                       'payable', jsonb_build_object('type', c.payable_type, 'id', c.payable_id),
                       'cancelledAt', refund_instant(c.canceled_at), 'cancelledByRole', c.canceled_by_role,
                       'receivedAt', refund_instant(c.received_at), 'isRestored', """ + RestorationSql.isRestored("c") + """
                       , 'isPaid', exists (select from paid_payment p where not p.overpaid and p.location_id = c.location_id
                                            and p.payable_type = c.payable_type and p.payable_id = c.payable_id),
                       'setAside', (select jsonb_build_object('id', s.id, 'status', s.status) from set_aside s
                                     where s.location_id = c.location_id and s.payable_type = c.payable_type
                                       and s.payable_id = c.payable_id and s.cancellation_id = c.cancellation_id
                                       and s.contents = c.contents and s.payment_id is not null
                                       and s.status <> 'RELEASED' order by s.id desc limit 1),
                       'decisions', (select coalesce(jsonb_agg(decision_public(d) || jsonb_build_object(
                                       'paymentId', d.payment_id, 'evidence', d.evidence,
                                       'explanation', jsonb_build_object('ko', d.explanation_ko, 'en', d.explanation_en))
                                       order by d.decided_at, d.id), '[]')
                                       from paid_payment p join decision d on d.payment_id = p.payment_id
                                            and d.cancellation_id = c.cancellation_id and d.edition = c.edition
                                      where p.location_id = c.location_id and p.payable_type = c.payable_type
                                        and p.payable_id = c.payable_id)) as state
                from cancellation c where c.location_id = :locationId and %1$s
              union all
              select c.canceled_at, c.cancellation_id, 0,
                     jsonb_build_object('cancellationId', c.cancellation_id,
                       'payable', jsonb_build_object('type', c.payable_type, 'id', c.payable_id),
                       'cancelledAt', refund_instant(c.canceled_at), 'cancelledByRole', c.canceled_by_role,
                       'receivedAt', refund_instant(c.set_aside_at), 'isRestored', false, 'isPaid', false,
                       'setAside', jsonb_build_object('id', c.id, 'status', c.status), 'decisions', '[]'::jsonb)
                from set_aside c where c.location_id = :locationId and c.payment_id is null and c.status <> 'RELEASED'
                 and %1$s
              ) known order by at desc, id, edition desc limit :maxRows""";
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
    public Uni<List<JsonObject>> find(
            String locationId, @Nullable PayableRef payable, @Nullable String cancellationId, int max) {
        Parameters values = Parameters.with("locationId", locationId).and("maxRows", max);
        if (payable != null) {
            values.and("payableType", payable.type()).and("payableId", payable.id());
        }
        if (cancellationId != null) {
            values.and("cancellationId", cancellationId);
        }
        NamedQuery statement = payable == null ? OF_ID : cancellationId == null ? OF_PAYABLE : OF_BOTH;
        return statement.run(pool, values).map(CancellationQueryStore::states);
    }

    private static List<JsonObject> states(RowSet<Row> rows) {
        return rows.stream().map(row -> row.get(JsonObject.class, "state")).toList();
    }
}
