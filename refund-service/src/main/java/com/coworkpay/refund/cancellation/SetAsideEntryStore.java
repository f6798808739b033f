package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.contracts.EventJson;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.platform.sql.TransientFailures;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.cancellation.EndSetAside.End;
import com.coworkpay.refund.domain.RefundAction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists and ends set-aside cancellations. Each end is one statement: it records who, when and why, lets the
/// cancellation count, and publishes the event.
@ApplicationScoped
class SetAsideEntryStore {

    private static final String DEADLOCK = "40P01";
    private static final int MAX_ATTEMPTS = 5;

    private static final RowReader<SetAsideEntry> READER = RowReader.of(MethodHandles.lookup(), SetAsideEntry.class);

    private static final NamedQuery LIST = NamedQuery.of("""
            select %s from set_aside s
             where s.location_id = :locationId and s.status = :status and (:after::uuid is null or s.id > :after::uuid)
             order by s.id limit :maxRows""".formatted(READER.columns("s")));

    private static final NamedQuery ONE = NamedQuery.of("""
            select %s, now() as now from set_aside s
             where s.location_id = :locationId and s.id = :id""".formatted(READER.columns("s")));

    private static final NamedQuery DISMISS = NamedQuery.of("""
            with ended as (
              update set_aside s set status = 'DISMISSED', ended_at = now(), ended_by = :endedBy, note = :note
               where s.id = :id and s.location_id = :locationId and s.status || '' = 'OPEN'
              returning s.id
            )
            """ + AuditSql.ifAny("ended"));

    /// One that was not stored becomes the last edition of its cancellation; one that was stored counts from now on.
    private static final NamedQuery RELEASE = NamedQuery.of("""
            with entry as (
              update set_aside s set status = 'RELEASED', ended_at = :at::timestamptz, ended_by = :endedBy, note = :note
               where s.id = :id and s.location_id = :locationId and s.status || '' = 'OPEN'
              returning s.*
            ), released as (
              update cancellation c set released_at = e.ended_at
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
                     e.choice_krw, e.contents, coalesce(:traceparent::text, e.traceparent), e.ended_at
                from entry e where e.payment_id is null
            ), audited as (
            """ + AuditSql.ifAny("entry") + """
            )
            insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
            select uuidv7(), 'refund.events', 'cancellation', e.payable_id, :type, 1, :event::text::jsonb,
                   coalesce(:traceparent::text, e.traceparent)
              from entry e""");

    private final Pool pool;
    private final OutboxRelay relay;

    SetAsideEntryStore(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    public Uni<List<SetAsideEntry>> list(String locationId, SetAsideStatus status, @Nullable UUID after, int max) {
        return LIST.run(
                        pool,
                        Parameters.with("locationId", locationId)
                                .and("status", status.name())
                                .and("after", (Object) after)
                                .and("maxRows", max))
                .map(rows -> rows.stream().map(READER::read).toList());
    }

    public Uni<Optional<SetAsideEntry>> one(String locationId, UUID id) {
        return row(locationId, id).map(found -> found.map(READER::read));
    }

    private Uni<Optional<Row>> row(String locationId, UUID id) {
        return ONE.run(pool, Parameters.with("locationId", locationId).and("id", id))
                .map(rows -> rows.stream().findFirst());
    }

    /// Changes nothing if there is none, or it has ended already.
    public Uni<Void> release(End end) {
        return row(end.locationId(), end.id())
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : release(found.get(), end));
    }

    /// Two of one cancellation at the same moment need the same edition, and so does the booking system that sends it
    /// again: one of them tries again.
    private Uni<Void> release(Row row, End end) {
        Instant at = DatabaseTime.of(row).now();
        SetAsideEntry entry = READER.read(row);
        Parameters values = values(end, end.audit(RefundAction.CANCELLATION_RELEASED, entry))
                .and("at", at.atOffset(ZoneOffset.UTC))
                .and("type", CancellationReleased.TYPE)
                .and("event", EventJson.write(entry.released(at)))
                .and("traceparent", Traceparent.current());
        return RELEASE.run(pool, values)
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
        return one(end.locationId(), end.id())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : DISMISS.run(pool, values(end, end.audit(RefundAction.CANCELLATION_DISMISSED, found.get())))
                                .replaceWithVoid());
    }

    private static Parameters values(End end, AuditEntry audit) {
        return Parameters.with("id", end.id())
                .and("locationId", end.locationId())
                .and("endedBy", end.actor().subject())
                .and("audit", AuditEntry.rows(audit))
                .and("note", end.note());
    }

    private static boolean isTaken(Throwable failure) {
        return UniqueViolation.isOne(failure) || DEADLOCK.equals(TransientFailures.sqlState(failure));
    }
}
