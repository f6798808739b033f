package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.reporting.ReportAction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What operators ask for and see.
@ApplicationScoped
class RebuildStore {

    private static final RowReader<Rebuild> REBUILD = RowReader.of(MethodHandles.lookup(), Rebuild.class);
    private static final RowReader<Generation> GENERATION_READER =
            RowReader.of(MethodHandles.lookup(), Generation.class);
    private static final RowReader<ProjectionDigest> DIGEST_READER =
            RowReader.of(MethodHandles.lookup(), ProjectionDigest.class);

    /// The generation that answers.
    record Generation(long generation, Instant switchedAt) {}

    private static final NamedQuery REQUEST =
            NamedQuery.of("""
            with requested as (
              insert into rebuild (id, state, phase, requested_by) values (:id, 'RUNNING', 'PREPARING', :by)
              on conflict (state) where state = 'RUNNING' do nothing
              returning id
            ), audited as (
            """ + AuditSql.ifAny("requested") + ") select id from requested");

    private static final NamedQuery STOP = NamedQuery.of("""
            with stopped as (
              update rebuild set state = 'STOPPED', finished_at = now() where id = :id and state = 'RUNNING' returning id
            ), audited as (
            """ + AuditSql.ifAny("stopped") + """
            )
            update projection set building_side = null where exists (select 1 from stopped)""");

    private static final String SELECT = """
            select r.*, p.offsets_read, p.offsets_to_read from rebuild r
              left join lateral (select sum(next_offset)::bigint as offsets_read,
                                        sum(target_offset)::bigint as offsets_to_read
                                   from projection_position
                                  where reader = 'REBUILD' and r.state = 'RUNNING' and r.phase = 'READING') p on true""";

    private static final NamedQuery FIND = NamedQuery.of(SELECT + " where r.id = :id");

    private static final NamedQuery LATEST = NamedQuery.of(SELECT + " order by r.requested_at desc, r.id limit :limit");

    private static final String GENERATION = "select generation, switched_at from projection";

    private static final String DIGEST =
            "select p.generation, report_digest(p.current_side) as sha256 from projection p";

    private final Pool pool;

    RebuildStore(Pool pool) {
        this.pool = pool;
    }

    /// @return false if one is running
    Uni<Boolean> request(UUID id, Actor by) {
        return REQUEST.run(
                        pool,
                        Parameters.with("id", id)
                                .and("by", by.subject())
                                .and("audit", AuditEntry.rows(entry(ReportAction.REBUILD_REQUESTED, id, by))))
                .map(rows -> rows.rowCount() == 1);
    }

    /// Changes nothing if it is over.
    Uni<Void> stop(UUID id, Actor by) {
        return STOP.run(
                        pool,
                        Parameters.with("id", id)
                                .and("audit", AuditEntry.rows(entry(ReportAction.REBUILD_STOPPED, id, by))))
                .replaceWithVoid();
    }

    private static AuditEntry entry(ReportAction action, UUID id, Actor by) {
        return AuditEntry.done(action, by, AuditedObject.ofInstallation(ObjectType.REBUILD, id));
    }

    Uni<Optional<Rebuild>> find(UUID id) {
        return FIND.run(pool, Parameters.with("id", id))
                .map(rows -> rows.stream().map(REBUILD::read).findFirst());
    }

    /// The last ones first.
    Uni<List<Rebuild>> latest(int limit) {
        return LATEST.run(pool, Parameters.with("limit", limit))
                .map(rows -> rows.stream().map(REBUILD::read).toList());
    }

    Uni<Generation> generation() {
        return pool.preparedQuery(GENERATION)
                .execute()
                .map(rows -> GENERATION_READER.read(rows.iterator().next()));
    }

    Uni<ProjectionDigest> digest() {
        return pool.preparedQuery(DIGEST)
                .execute()
                .map(rows -> DIGEST_READER.read(rows.iterator().next()));
    }
}
