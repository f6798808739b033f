package com.coworkpay.refund.query.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.domain.Payable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads cancellations and what was decided about them.
@ApplicationScoped
public class KnownCancellations {

    private static final String SELECT = """
            select jsonb_build_object('cancellationId', c.cancellation_id,
                     'payable', jsonb_build_object('type', c.payable_type, 'id', c.payable_id),
                     'cancelledAt', refund_instant(c.canceled_at), 'cancelledByRole', c.canceled_by_role,
                     'receivedAt', refund_instant(c.received_at),
                     'isPaid', exists (select from paid_payment p where not p.surplus and p.location_id = c.location_id
                                          and p.payable_type = c.payable_type and p.payable_id = c.payable_id),
                     'decisions', (select coalesce(jsonb_agg(decision_public(d) || jsonb_build_object(
                                     'paymentId', d.payment_id, 'saw', d.saw,
                                     'explanation', jsonb_build_object('ko', d.explanation_ko, 'en', d.explanation_en))
                                     order by d.decided_at, d.id), '[]')
                                     from paid_payment p join decision d on d.payment_id = p.payment_id
                                                                        and d.cancellation_id = c.cancellation_id
                                    where p.location_id = c.location_id and p.payable_type = c.payable_type
                                      and p.payable_id = c.payable_id)) as state
              from cancellation c where c.location_id = :locationId
            """;

    private static final Statement ONE = Statement.of(SELECT + " and c.cancellation_id = :cancellationId");

    private static final Statement OF_PAYABLE = Statement.of(SELECT + """
             and c.payable_type = :payableType and c.payable_id = :payableId
             order by c.canceled_at desc, c.cancellation_id limit :most""");

    private final Pool pool;

    KnownCancellations(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<JsonObject>> one(String locationId, String cancellationId) {
        return ONE.run(pool, Values.with("locationId", locationId).and("cancellationId", cancellationId))
                .map(rows -> states(rows).stream().findFirst());
    }

    /// The latest first.
    public Uni<List<JsonObject>> ofPayable(Payable payable, int most) {
        return OF_PAYABLE
                .run(
                        pool,
                        Values.with("locationId", payable.locationId())
                                .and("payableType", payable.type().name())
                                .and("payableId", payable.id())
                                .and("most", most))
                .map(KnownCancellations::states);
    }

    private static List<JsonObject> states(RowSet<Row> rows) {
        return rows.stream().map(row -> row.get(JsonObject.class, "state")).toList();
    }
}
