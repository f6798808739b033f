package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.batch.domain.BatchSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores refund batches as they are begun.
@ApplicationScoped
class NewBatchStore {

    /// A person is refused where the event or day has one that is not over; the booking system's waits for its end.
    private static final NamedQuery CREATE =
            NamedQuery.of("""
            with created as (
              insert into refund_batch (id, location_id, version, kind, event_id, day, resource_type, resource_id, source,
                confirmed_by_booking_system, cancellation_id, contents, idempotency_key, request_hash, requested_by,
                requested_at, note, status, expires_at, traceparent)
              select :id, :locationId, 1, :kind, :eventId::text, :day::date, :resourceType::text, :resourceId::text, :source,
                     :confirmed, :cancellationId::text, :contents::text, :idempotencyKey::text, :requestHash::text::bytea,
                     :requestedBy, now(), :note::text, 'COUNTING', now() + make_interval(secs => :expiresAfter),
                     :traceparent::text
               where not :alone or not exists (
                 select from refund_batch o
                  where o.location_id = :locationId and o.kind = :kind and o.event_id is not distinct from :eventId::text
                    and o.day is not distinct from :day::date
                    and o.resource_type is not distinct from :resourceType::text
                    and o.resource_id is not distinct from :resourceId::text
                    and o.status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL', 'RUNNING', 'PAUSED'))
              on conflict do nothing
              returning id
            ), audited as (
            """ + AuditSql.ifAny("created") + ") select id from created");

    private static final NamedQuery OF_KEY = NamedQuery.of("""
            select id, request_hash::text as same from refund_batch
             where requested_by = :requestedBy and idempotency_key = :idempotencyKey""");

    private static final NamedQuery OF_CANCELLATION = NamedQuery.of("""
            select id, contents as same from refund_batch
             where location_id = :locationId and cancellation_id = :cancellationId""");

    private final Pool pool;
    private final Duration expiresAfter;

    NewBatchStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    /// A batch that was begun before by the same key or cancellation.
    ///
    /// @param same what the two have in common if they are the same
    record Earlier(UUID id, String same) {}

    /// @return false where there is one of the same key or cancellation, or of the same event or day
    Uni<Boolean> create(UUID id, NewBatch batch, @Nullable AuditEntry audit) {
        Parameters values = Parameters.of(batch)
                .and("id", id)
                .and("alone", batch.source() == BatchSource.PERSON)
                .and("expiresAfter", expiresAfter)
                .and("audit", AuditEntry.rows(audit));
        return CREATE.run(pool, values).map(rows -> rows.size() == 1);
    }

    Uni<Optional<Earlier>> ofKey(NewBatch batch) {
        return earlier(
                OF_KEY,
                Parameters.with("requestedBy", batch.requestedBy()).and("idempotencyKey", batch.idempotencyKey()));
    }

    Uni<Optional<Earlier>> ofCancellation(NewBatch batch) {
        return earlier(
                OF_CANCELLATION,
                Parameters.with("locationId", batch.locationId()).and("cancellationId", batch.cancellationId()));
    }

    private Uni<Optional<Earlier>> earlier(NamedQuery query, Parameters values) {
        return query.run(pool, values)
                .map(rows ->
                        rows.stream().findFirst().map(row -> new Earlier(row.getUUID("id"), row.getString("same"))));
    }
}
