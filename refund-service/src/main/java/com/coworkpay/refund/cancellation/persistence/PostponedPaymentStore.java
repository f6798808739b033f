package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// Payments whose cancellations wait for the end of a refund, as [DecisionCaseStore] noted them.
@ApplicationScoped
public class PostponedPaymentStore {

    private static final int MAX_ROWS = 100;

    private static final String OVER = """
            select w.payment_id, w.noted_at, p.location_id, p.payable_type, p.payable_id
              from deferred_decision w join paid_payment p on p.payment_id = w.payment_id
             where %s <> 'UNDER_WAY'
             order by w.noted_at limit %d""".formatted(DecisionInputRows.EARLIER_REFUND, MAX_ROWS);

    /// Not where somebody saw one wait again in the meantime.
    private static final NamedQuery DONE = NamedQuery.of("""
            delete from deferred_decision where payment_id in (
              select w.payment_id
                from jsonb_to_recordset(:done::jsonb) as x(payment_id uuid, noted_at timestamptz)
                join deferred_decision w on w.payment_id = x.payment_id and w.noted_at = x.noted_at
               order by w.payment_id for update of w)""");

    private final Pool pool;

    PostponedPaymentStore(Pool pool) {
        this.pool = pool;
    }

    /// @param notedAt when a cancellation was last seen to wait
    public record PostponedPayment(UUID paymentId, OffsetDateTime notedAt, Payable payable) {}

    /// Those whose refund is over, the longest first.
    public Uni<List<PostponedPayment>> over() {
        return pool.query(OVER)
                .execute()
                .map(rows -> rows.stream().map(PostponedPaymentStore::read).toList());
    }

    /// There may be more: ask again until there are none.
    public static boolean isFull(List<PostponedPayment> found) {
        return found.size() == MAX_ROWS;
    }

    /// Their cases were decided after that end.
    public Uni<Void> done(List<PostponedPayment> decided) {
        JsonArray rows = new JsonArray();
        decided.forEach(each -> rows.add(new JsonObject()
                .put("payment_id", each.paymentId().toString())
                .put("noted_at", each.notedAt().toString())));
        return DONE.run(pool, Parameters.with("done", (Object) rows)).replaceWithVoid();
    }

    private static PostponedPayment read(Row row) {
        return new PostponedPayment(
                row.getUUID("payment_id"),
                row.getOffsetDateTime("noted_at"),
                new Payable(
                        row.getString("location_id"),
                        PayableType.valueOf(row.getString("payable_type")),
                        row.getString("payable_id")));
    }
}
