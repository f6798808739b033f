package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.RowJson;
import com.coworkpay.refund.settlement.ProposedResolution.Ending;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Resolutions that wait for another person. One waits of a refund at a time.
@ApplicationScoped
class ProposedResolutionStore {

    private static final NamedQuery LIMIT = NamedQuery.of("""
            select l.ledger::text as ledger, o.refund_approval_limit_krw, o.version as location_version, now() as now
              from ledger l left join location_replica o on o.location_id = l.location_id
             where l.payment_id = :paymentId and l.location_id = :locationId""");

    private static final NamedQuery OF_KEY = NamedQuery.of("""
            select row_to_json(p)::text as proposed from proposed_resolution p
             where p.proposed_by = :proposedBy and p.idempotency_key = :key""");

    private static final NamedQuery OF_REFUND = NamedQuery.of("""
            select row_to_json(p)::text as proposed from proposed_resolution p
             where p.location_id = :locationId and p.payment_id = :paymentId and p.refund_id = :refundId
             order by p.ending is not null, p.proposed_at desc limit 1""");

    private static final NamedQuery WAITING = NamedQuery.of("""
            select row_to_json(p)::text as proposed from proposed_resolution p
             where p.location_id = :locationId and p.ending is null and p.expires_at > now()
               and (:paymentId::uuid is null or p.payment_id = :paymentId::uuid)
               and (:after::timestamptz is null or (p.proposed_at, p.id) > (:after::timestamptz, :afterId::uuid))
             order by p.proposed_at, p.id limit :max""");

    private static final NamedQuery EXPIRE = NamedQuery.of("""
            update proposed_resolution set ending = 'EXPIRED', ended_at = now()
             where refund_id = :refundId and ending is null and expires_at <= now()""");

    private static final NamedQuery INSERT = NamedQuery.of("""
            with proposed as (
              insert into proposed_resolution
              select n.* from jsonb_populate_record(null::proposed_resolution, :row::text::jsonb) n
              returning id
            )
            """ + AuditSql.ifAny("proposed"));

    private static final NamedQuery END = NamedQuery.of("""
            with ended as (
              update proposed_resolution p set ending = :ending, ended_at = now(), ended_by = :endedBy, ending_note = :note
               where p.id = :id and p.ending is null
              returning row_to_json(p)::text as proposed
            ), audited as (
            """ + AuditSql.ifAny("ended") + ") select proposed from ended");

    private final Pool pool;

    ProposedResolutionStore(Pool pool) {
        this.pool = pool;
    }

    /// What decides whether a resolution waits for another person.
    ///
    /// @param limit absent while the location is not known
    record Limit(ReadLedger read, @Nullable ApprovalLimit limit) {}

    Uni<Optional<Limit>> limit(String locationId, UUID paymentId) {
        return LIMIT.run(pool, Parameters.with("locationId", locationId).and("paymentId", paymentId))
                .map(rows -> rows.stream().findFirst().map(row -> {
                    Long krw = row.getLong("refund_approval_limit_krw");
                    return new Limit(
                            new ReadLedger(RowJson.read(row.getString("ledger"), Ledger.class), DatabaseTime.of(row)),
                            krw == null ? null : new ApprovalLimit(krw, row.getLong("location_version")));
                }));
    }

    Uni<Optional<ProposedResolution>> ofKey(String proposedBy, String idempotencyKey) {
        return OF_KEY.run(pool, Parameters.with("proposedBy", proposedBy).and("key", idempotencyKey))
                .map(ProposedResolutionStore::first);
    }

    /// The one that waits, else the last one.
    Uni<Optional<ProposedResolution>> ofRefund(String locationId, UUID paymentId, UUID refundId) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("paymentId", paymentId)
                .and("refundId", refundId);
        return OF_REFUND.run(pool, values).map(ProposedResolutionStore::first);
    }

    /// At most so many, oldest first, from behind the place.
    ///
    /// @param paymentId of this one alone; null for all
    Uni<List<ProposedResolution>> waiting(
            String locationId, @Nullable UUID paymentId, PageCursor.@Nullable InTime after, int max) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("paymentId", (Object) paymentId)
                .and("after", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .and("afterId", (Object) (after == null ? null : after.id()))
                .and("max", max);
        return WAITING.run(pool, values)
                .map(rows -> rows.stream().map(ProposedResolutionStore::read).toList());
    }

    /// @return false if one of the same key, or another one of the refund, waits already
    Uni<Boolean> propose(ProposedResolution proposed, AuditEntry audit) {
        return EXPIRE.run(pool, Parameters.with("refundId", proposed.refundId()))
                .chain(() -> INSERT.run(
                        pool,
                        Parameters.with("row", RowJson.write(proposed).toString())
                                .and("audit", AuditEntry.rows(audit))))
                .replaceWith(true)
                .onFailure(UniqueViolation::isOne)
                .recoverWithItem(false);
    }

    /// Without a resolution: declined or taken back. Empty if it has ended already.
    Uni<Optional<ProposedResolution>> end(
            UUID id, Ending ending, String endedBy, @Nullable String note, AuditEntry audit) {
        Parameters values = Parameters.with("id", id)
                .and("ending", ending.name())
                .and("endedBy", endedBy)
                .and("note", (Object) note)
                .and("audit", AuditEntry.rows(audit));
        return END.run(pool, values).map(ProposedResolutionStore::first);
    }

    private static Optional<ProposedResolution> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(ProposedResolutionStore::read);
    }

    private static ProposedResolution read(Row row) {
        return RowJson.read(row.getString("proposed"), ProposedResolution.class);
    }
}
