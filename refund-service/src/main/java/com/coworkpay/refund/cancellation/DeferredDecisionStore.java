package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// Payments whose decision is deferred until a refund is over, as [DecisionCaseStore] stored them; and those whose
/// terms have become known.
@ApplicationScoped
class DeferredDecisionStore {

    private static final int MAX_ROWS = 100;

    private static final String READY = """
            select f.payment_id, f.noted_at, i.location_id, i.payable_type as type, i.payable_id as id
              from deferred_decision f join decision_input i on i.payment_id = f.payment_id
             where i.earlier_refund <> 'UNDER_WAY'
             order by f.noted_at limit %d""".formatted(MAX_ROWS);

    /// Not where it was deferred again in the meantime.
    private static final NamedQuery CLEAR = NamedQuery.of("""
            delete from deferred_decision where payment_id in (
              select f.payment_id
                from jsonb_to_recordset(:decided::jsonb) as x(payment_id uuid, noted_at timestamptz)
                join deferred_decision f on f.payment_id = x.payment_id and f.noted_at = x.noted_at
               order by f.payment_id for update of f)""");

    private static final RowReader<DeferredDecision> DEFERRED =
            RowReader.of(MethodHandles.lookup(), DeferredDecision.class);

    private final Pool pool;

    DeferredDecisionStore(Pool pool) {
        this.pool = pool;
    }

    /// @param notedAt when it was last deferred
    public record DeferredDecision(UUID paymentId, OffsetDateTime notedAt, PayableRef payable) {}

    /// Those whose refund is over, oldest first.
    public Uni<List<DeferredDecision>> ready() {
        return pool.query(READY)
                .execute()
                .map(rows -> rows.stream().map(DEFERRED::read).toList());
    }

    /// There may be more: query again.
    public static boolean isFull(List<DeferredDecision> found) {
        return found.size() == MAX_ROWS;
    }

    /// Their cases were decided after the refund was over.
    public Uni<Void> clear(List<DeferredDecision> decided) {
        JsonArray rows = new JsonArray();
        decided.forEach(each -> rows.add(new JsonObject()
                .put("payment_id", each.paymentId().toString())
                .put("noted_at", each.notedAt().toString())));
        return CLEAR.run(pool, Parameters.with("decided", (Object) rows)).replaceWithVoid();
    }
}
