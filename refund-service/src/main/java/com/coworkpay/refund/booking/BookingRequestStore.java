package com.coworkpay.refund.booking;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Stores requests of the booking system, each with its event in one statement.
@ApplicationScoped
class BookingRequestStore {

    static final String TOPIC = "booking.events";

    private static final NamedQuery FIND = NamedQuery.of("""
            select now() as now, e.event_id, e.type, e.accepted_at, e.request_hash::text as request_hash
              from (select) as always
              left join booking_request e on e.caller = :caller and e.idempotency_key = :key""");

    private static final NamedQuery ADD = NamedQuery.of("""
            with added as (
              insert into booking_request (caller, idempotency_key, request_hash, event_id, type, payable_id)
              values (:caller, :key, :hash::text::bytea, uuidv7(), :type, :payableId)
              on conflict (caller, idempotency_key) do nothing
              returning *
            ), published as (
              insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent, event_time)
              select a.event_id, '%s', 'booking', a.payable_id, a.type, 1, :data::text::jsonb, :traceparent::text,
                     :eventTime::timestamptz
                from added a
            ), audited as (
            """.formatted(TOPIC) + AuditSql.ifAny("added") + """
            )
            select event_id, type, accepted_at, request_hash::text as request_hash from added""");

    private final Pool pool;

    BookingRequestStore(Pool pool) {
        this.pool = pool;
    }

    /// @param earlier what the same caller sent under the same key
    record Found(Optional<AcceptedEvent> earlier, DatabaseTime time) {}

    Uni<Found> find(BookingRequest request) {
        return FIND.run(pool, Parameters.with("caller", request.caller()).and("key", request.key()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Found(
                        row.getUUID("event_id") == null ? Optional.empty() : Optional.of(accepted(row)),
                        DatabaseTime.of(row)));
    }

    /// Empty where the key is taken.
    Uni<Optional<AcceptedEvent>> add(BookingRequest request, Instant eventTime) {
        Parameters values = Parameters.with("caller", request.caller())
                .and("key", request.key())
                .and("hash", request.hash())
                .and("type", request.type())
                .and("payableId", request.payableId())
                .and("data", request.data())
                .and("audit", AuditEntry.rows(request.audit()))
                .and("traceparent", Traceparent.current())
                .and("eventTime", eventTime.atOffset(ZoneOffset.UTC));
        return ADD.run(pool, values).map(rows -> rows.stream().findFirst().map(BookingRequestStore::accepted));
    }

    private static AcceptedEvent accepted(Row row) {
        return new AcceptedEvent(
                row.getUUID("event_id"),
                row.getString("type"),
                row.getOffsetDateTime("accepted_at").toInstant(),
                row.getString("request_hash"));
    }
}
