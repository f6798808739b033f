package com.coworkpay.refund.batch;

import com.coworkpay.contracts.BatchNoticeV1;
import com.coworkpay.contracts.EventJson;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Writes the next version of a refund batch with what it publishes and who made it, all or nothing.
@ApplicationScoped
class BatchChangeStore {

    private static final NamedQuery CHANGE =
            NamedQuery.of("""
            with changed as (
              update refund_batch b
                 set (version, status, candidates_at, counted_at, candidates, payments, total_krw, confirmed_by, confirmed_at,
                      approval, expires_at, started_at, paused_by, paused_at, finished_at, ended_by, ending_note)
                   = (select n.version, n.status, n.candidates_at, n.counted_at, n.candidates, n.payments, n.total_krw,
                             n.confirmed_by, n.confirmed_at, n.approval, n.expires_at, n.started_at, n.paused_by, n.paused_at,
                             n.finished_at, n.ended_by, n.ending_note
                        from jsonb_populate_record(null::refund_batch, :after::text::jsonb) n)
               where b.id = :id and b.version = :version
              returning b.id, b.traceparent
            ), published as (
              insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
              select uuidv7(), 'booking.notices', 'notice', c.id::text, e.type, e.version, e.payload, c.traceparent
                from changed c cross join jsonb_to_recordset(:notices::text::jsonb)
                  as e(type text, version bigint, payload jsonb)
            ), audited as (
            """ + AuditSql.ifAny("changed") + ") select id from changed");

    /// What was counted; the next count need not wait for the end of the last one's lease.
    private static final NamedQuery FORGET = NamedQuery.of("""
            with free as (
              update refund_batch set leased_until = now() where id = :id
            )
            delete from refund_batch_payment where batch_id = :id""");

    private final Pool pool;
    private final OutboxRelay relay;

    BatchChangeStore(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /// @param notice that the booking system gets of it
    /// @param audit who made it; absent where the service did by itself
    /// @return false if the batch has changed in the meantime
    Uni<Boolean> change(RefundBatch before, RefundBatch after, @Nullable Notice notice, @Nullable AuditEntry audit) {
        return change(pool, before, after, notice, audit).invoke(changed -> {
            if (changed && notice != null) {
                relay.wake();
            }
        });
    }

    /// What was counted is forgotten.
    Uni<Boolean> countAgain(RefundBatch before, RefundBatch after) {
        return pool.withTransaction(connection -> change(connection, before, after, null, null)
                .chain(changed -> changed
                        ? FORGET.run(connection, Parameters.with("id", before.id()))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Boolean> change(
            SqlClient client,
            RefundBatch before,
            RefundBatch after,
            @Nullable Notice notice,
            @Nullable AuditEntry audit) {
        Parameters values = Parameters.with("id", before.id())
                .and("version", before.version())
                .and("after", RowJson.write(after).toString())
                .and("notices", rows(notice).encode())
                .and("audit", AuditEntry.rows(audit));
        return CHANGE.run(client, values).map(rows -> rows.size() == 1);
    }

    /// A notice of a batch.
    record Notice(String type, BatchNoticeV1 data) {}

    private static JsonArray rows(@Nullable Notice notice) {
        JsonArray rows = new JsonArray();
        if (notice != null) {
            rows.add(new JsonObject()
                    .put("type", notice.type())
                    .put("version", notice.data().version())
                    .put("payload", new JsonObject(EventJson.write(notice.data()))));
        }
        return rows;
    }
}
