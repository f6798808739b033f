package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.EndSetAside.End;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists and ends set-aside cancellations. Each end is one statement: it records who, when and why, lets the
/// cancellation count, and publishes the event.
@ApplicationScoped
class SetAsideEntryStore {

    private static final Set<String> TAKEN = Set.of("23505", "40P01");
    private static final int MAX_ATTEMPTS = 5;

    private static final String SELECT = """
            select jsonb_build_object('id', s.id, 'cancellationId', s.cancellation_id,
                     'payable', jsonb_build_object('type', s.payable_type, 'id', s.payable_id),
                     'paymentId', s.payment_id, 'reason', s.reason, 'cancelledAt', refund_instant(s.canceled_at),
                     'cancelledByRole', s.canceled_by_role, 'orderState', s.order_state, 'choice', s.choice,
                     'choiceKrw', s.choice_krw, 'comparedWith', refund_instant(s.compared_with),
                     'setAsideAt', refund_instant(s.set_aside_at), 'status', s.status,
                     'endedAt', refund_instant(s.ended_at), 'endedBy', s.ended_by, 'note', s.note) as state
              from set_aside s where s.location_id = :locationId
            """;

    private static final NamedQuery LIST = NamedQuery.of(SELECT + """
             and s.status = :status and (:after::uuid is null or s.id > :after::uuid)
             order by s.id limit :maxRows""");
    private static final NamedQuery ONE = NamedQuery.of(SELECT + " and s.id = :id");

    private static final String END = """
            update set_aside s set status = '%s', ended_at = now(), ended_by = :endedBy, note = :note
             where s.id = :id and s.location_id = :locationId and s.status || '' = 'OPEN'
            """;
    private static final NamedQuery DISMISS = NamedQuery.of(END.formatted("DISMISSED"));

    /// One that was not stored becomes the last edition of its cancellation; one that was stored counts from now on.
    private static final NamedQuery RELEASE = NamedQuery.of("""
            with entry as (
            """ + END.formatted("RELEASED") + """
              returning s.*
            ), released as (
              update cancellation c set released_at = now()
                from entry e
               where e.payment_id is not null and c.location_id = e.location_id and c.payable_type = e.payable_type
                 and c.payable_id = e.payable_id and c.cancellation_id = e.cancellation_id
                 and c.contents = e.contents
            ), added as (
              insert into cancellation (location_id, cancellation_id, payable_type, payable_id, edition, canceled_at,
                canceled_by, canceled_by_role, start_at, start_day, order_state, choice, choice_krw, contents, traceparent,
                released_at)
              select e.location_id, e.cancellation_id, e.payable_type, e.payable_id,
                     1 + coalesce((select max(c.edition) from cancellation c where c.location_id = e.location_id
                                      and c.payable_type = e.payable_type and c.payable_id = e.payable_id
                                      and c.cancellation_id = e.cancellation_id), 0),
                     e.canceled_at, e.canceled_by, e.canceled_by_role, e.start_at, e.start_day, e.order_state, e.choice,
                     e.choice_krw, e.contents, coalesce(:traceparent::text, e.traceparent), now()
                from entry e where e.payment_id is null
            )
            insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
            select uuidv7(), 'refund.events', 'cancellation', e.payable_id, 'coworkpay.cancellation.released.v1', 1,
                   jsonb_build_object('setAsideId', e.id, 'locationId', e.location_id,
                     'payable', jsonb_build_object('type', e.payable_type, 'id', e.payable_id),
                     'cancellationId', e.cancellation_id,
                     'cancelledAt', refund_exact_instant(e.canceled_at),
                     'contents', e.contents, 'reason', e.reason,
                     'releasedAt', refund_instant(e.ended_at)),
                   coalesce(:traceparent::text, e.traceparent)
              from entry e""");

    private final Pool pool;
    private final OutboxRelay relay;

    SetAsideEntryStore(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    public Uni<List<JsonObject>> list(String locationId, SetAsideStatus status, @Nullable UUID after, int max) {
        return LIST.run(
                        pool,
                        Parameters.with("locationId", locationId)
                                .and("status", status.name())
                                .and("after", (Object) after)
                                .and("maxRows", max))
                .map(SetAsideEntryStore::states);
    }

    public Uni<Optional<JsonObject>> one(String locationId, UUID id) {
        return ONE.run(pool, Parameters.with("locationId", locationId).and("id", id))
                .map(rows -> states(rows).stream().findFirst());
    }

    /// Changes nothing if it has ended already. Two of one cancellation at the same moment need the same edition, and
    /// so does the booking system that sends it again: one of them tries again.
    public Uni<Void> release(End end) {
        return RELEASE.run(pool, values(end).and("traceparent", Traceparent.current()))
                .onFailure(SetAsideEntryStore::isTaken)
                .retry()
                .atMost(MAX_ATTEMPTS)
                .invoke(rows -> {
                    if (rows.rowCount() > 0) {
                        relay.wake();
                    }
                })
                .replaceWithVoid();
    }

    public Uni<Void> dismiss(End end) {
        return DISMISS.run(pool, values(end)).replaceWithVoid();
    }

    private static Parameters values(End end) {
        return Parameters.with("id", end.id())
                .and("locationId", end.locationId())
                .and("endedBy", end.endedBy())
                .and("note", end.note());
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refused && TAKEN.contains(refused.getSqlState());
    }

    private static List<JsonObject> states(RowSet<Row> rows) {
        return rows.stream().map(row -> row.get(JsonObject.class, "state")).toList();
    }
}
