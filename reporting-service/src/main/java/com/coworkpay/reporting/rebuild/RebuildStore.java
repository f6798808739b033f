package com.coworkpay.reporting.rebuild.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.rebuild.domain.Digest;
import com.coworkpay.reporting.rebuild.domain.Generation;
import com.coworkpay.reporting.rebuild.domain.Rebuild;
import com.coworkpay.reporting.rebuild.domain.RebuildFailure;
import com.coworkpay.reporting.rebuild.domain.RebuildPhase;
import com.coworkpay.reporting.rebuild.domain.RebuildState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What operators ask for and see.
@ApplicationScoped
public class RebuildStore {

    private static final NamedQuery REQUEST = NamedQuery.of("""
            insert into rebuild (id, state, phase, requested_by) values (:id, 'RUNNING', 'PREPARING', :by)
            on conflict (state) where state = 'RUNNING' do nothing""");

    private static final NamedQuery STOP = NamedQuery.of("""
            with stopped as (
              update rebuild set state = 'STOPPED', finished_at = now() where id = :id and state = 'RUNNING' returning id)
            update projection set building_side = null where exists (select 1 from stopped)""");

    private static final String SELECT = """
            select r.*, p.read, p.target from rebuild r
              left join lateral (select sum(next_offset)::bigint as read, sum(target_offset)::bigint as target
                                   from projection_position
                                  where reader = 'REBUILD' and r.state = 'RUNNING' and r.phase = 'READING') p on true""";

    private static final NamedQuery FIND = NamedQuery.of(SELECT + " where r.id = :id");

    private static final NamedQuery LATEST = NamedQuery.of(SELECT + " order by r.requested_at desc, r.id limit :limit");

    private static final String GENERATION = "select generation, switched_at from projection";

    private static final String DIGEST =
            "select p.generation, report_digest(p.current_side) as digest from projection p";

    private final Pool pool;

    RebuildStore(Pool pool) {
        this.pool = pool;
    }

    /// @return false if one is running
    public Uni<Boolean> request(UUID id, String by) {
        return REQUEST.run(pool, Parameters.with("id", id).and("by", by)).map(rows -> rows.rowCount() == 1);
    }

    /// Changes nothing if it is over.
    public Uni<Void> stop(UUID id) {
        return STOP.run(pool, Parameters.with("id", id)).replaceWithVoid();
    }

    public Uni<Optional<Rebuild>> find(UUID id) {
        return FIND.run(pool, Parameters.with("id", id))
                .map(rows -> rows.stream().map(RebuildStore::read).findFirst());
    }

    /// The last ones first.
    public Uni<List<Rebuild>> latest(int limit) {
        return LATEST.run(pool, Parameters.with("limit", limit))
                .map(rows -> rows.stream().map(RebuildStore::read).toList());
    }

    public Uni<Generation> generation() {
        return pool.preparedQuery(GENERATION).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Generation(row.getLong("generation"), Objects.requireNonNull(instant(row, "switched_at")));
        });
    }

    public Uni<Digest> digest() {
        return pool.preparedQuery(DIGEST).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Digest(row.getLong("generation"), row.getString("digest"));
        });
    }

    private static Rebuild read(Row row) {
        String failure = row.getString("failure");
        return new Rebuild(
                row.getUUID("id"),
                RebuildState.valueOf(row.getString("state")),
                RebuildPhase.valueOf(row.getString("phase")),
                row.getString("requested_by"),
                Objects.requireNonNull(instant(row, "requested_at")),
                instant(row, "finished_at"),
                row.getLong("records_read"),
                row.getLong("records_skipped"),
                row.getLong("read"),
                row.getLong("target"),
                failure == null ? null : RebuildFailure.valueOf(failure),
                row.getString("last_problem"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
