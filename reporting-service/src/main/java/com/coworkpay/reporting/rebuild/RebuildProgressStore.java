package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Bounds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/// The steps of a running rebuild. Each begins by renewing the lease in its own transaction: a process that lost it
/// changes nothing.
@ApplicationScoped
class RebuildProgressStore {

    private static final NamedQuery TAKE = NamedQuery.of("""
            update rebuild
               set holder = :holder, epoch = epoch + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
             where state = 'RUNNING' and lease_until < clock_timestamp()
            returning id, epoch, phase""");

    private static final NamedQuery RENEW = NamedQuery.of("""
            update rebuild
               set lease_until = clock_timestamp() + make_interval(secs => :lease), phase = :phase,
                   records_read = records_read + :read, records_skipped = records_skipped + :skipped,
                   last_problem = null
             where id = :id and epoch = :epoch and state = 'RUNNING'""");

    private static final String FEED = """
            update projection set building_side = 1 - current_side returning building_side""";

    private static final NamedQuery TARGET = NamedQuery.of("""
            insert into projection_position (reader, topic, partition_no, next_offset, target_offset)
            select 'REBUILD', topic, partition_no, beginning, ending from json_to_recordset(:bounds::text::json)
              as b(topic text, partition_no int, beginning bigint, ending bigint)
            on conflict (reader, topic, partition_no) do update
               set next_offset = excluded.next_offset, target_offset = excluded.target_offset, last_event_at = null""");

    private static final String OPEN = """
            select topic, partition_no, next_offset, target_offset from projection_position where reader = 'REBUILD'""";

    /// What the rebuild has read is in the side that now answers, and so is all that the consumers have read: since
    /// they feed it, and before that by the target. So each position may be the further of the two.
    private static final NamedQuery SWITCH = NamedQuery.of("""
            with done as (
              update rebuild set state = 'SWITCHED', finished_at = now()
               where id = :id and epoch = :epoch and not exists (
                 select 1 from projection_position where reader = 'REBUILD' and next_offset < target_offset)
              returning id),
            read as (
              insert into projection_position as p (reader, topic, partition_no, next_offset, last_event_at)
              select 'LIVE', r.topic, r.partition_no, r.next_offset, r.last_event_at
                from projection_position r where r.reader = 'REBUILD' and exists (select 1 from done)
              on conflict (reader, topic, partition_no) do update
                 set next_offset = excluded.next_offset,
                     last_event_at = coalesce(excluded.last_event_at, p.last_event_at)
               where p.next_offset < excluded.next_offset)
            update projection
               set current_side = building_side, building_side = null, generation = generation + 1, switched_at = now()
             where building_side is not null and exists (select 1 from done)""");

    private static final NamedQuery FAIL = NamedQuery.of("""
            with failed as (
              update rebuild set state = 'FAILED', failure = :failure, finished_at = now()
               where id = :id and epoch = :epoch and state = 'RUNNING' returning id)
            update projection set building_side = null where exists (select 1 from failed)""");

    /// The lease goes on for a moment only, so that the next try comes soon, here or elsewhere.
    private static final NamedQuery PAUSE = NamedQuery.of("""
            update rebuild set last_problem = :problem, lease_until = clock_timestamp() + make_interval(secs => :pause)
             where id = :id and epoch = :epoch and state = 'RUNNING'""");

    private static final String IDLE = """
            select 1 - current_side as idle from projection where building_side is null for update""";

    private final Pool pool;
    private final ReportingConfig.Rebuild config;
    private final String holder =
            UUID.randomUUID() + "@" + ProcessHandle.current().pid();

    RebuildProgressStore(Pool pool, ReportingConfig config) {
        this.pool = pool;
        this.config = config.rebuild();
    }

    /// A running rebuild that nobody holds.
    Uni<Optional<RebuildLease>> take() {
        return TAKE.run(pool, Parameters.with("holder", holder).and("lease", config.lease()))
                .map(rows -> rows.stream()
                        .map(row -> new RebuildLease(
                                row.getUUID("id"), row.getLong("epoch"), RebuildPhase.valueOf(row.getString("phase"))))
                        .findFirst());
    }

    /// First statement of each step's transaction.
    Uni<Void> renew(SqlClient connection, RebuildLease lease, long read, long skipped) {
        Parameters values = Parameters.with("id", lease.id())
                .and("epoch", lease.epoch())
                .and("phase", lease.phase().name())
                .and("read", read)
                .and("skipped", skipped)
                .and("lease", config.lease());
        return RENEW.run(connection, values).map(rows -> {
            if (rows.rowCount() == 0) {
                throw new RebuildLease.LostException();
            }
            return null;
        });
    }

    /// Empties the second side and has the consumers feed it.
    Uni<RebuildLease> prepare(RebuildLease lease) {
        RebuildLease next = lease.in(RebuildPhase.REPLAYING);
        return pool.withTransaction(connection -> renew(connection, next, 0, 0)
                        .chain(() -> connection.query(FEED).execute())
                        .chain(rows -> empty(connection, rows.iterator().next().getInteger("building_side")))
                        .chain(() -> connection
                                .query("delete from projection_position where reader = 'REBUILD'")
                                .execute()))
                .replaceWith(next);
    }

    Uni<RebuildLease> setTarget(RebuildLease lease, RebuildTarget target) {
        RebuildLease next = lease.in(RebuildPhase.READING);
        JsonArray bounds = new JsonArray();
        target.bounds().forEach((partition, bound) -> bounds.add(bound(partition, bound)));
        return pool.withTransaction(connection -> renew(connection, next, 0, 0)
                        .chain(() -> TARGET.run(connection, Parameters.with("bounds", bounds.encode()))))
                .replaceWith(next);
    }

    /// From where to where is still to be read.
    Uni<Map<TopicPartition, Bounds>> remaining() {
        return pool.preparedQuery(OPEN).execute().map(rows -> {
            Map<TopicPartition, Bounds> remaining = new HashMap<>();
            for (Row row : rows) {
                remaining.put(
                        new TopicPartition(row.getString("topic"), row.getInteger("partition_no")),
                        new Bounds(row.getLong("next_offset"), row.getLong("target_offset")));
            }
            return remaining;
        });
    }

    /// Statistics for the new side, before anybody asks it anything.
    Uni<Void> analyze() {
        return pool.query("analyze report_payment, report_location").execute().replaceWithVoid();
    }

    Uni<Void> switchOver(RebuildLease lease) {
        return SWITCH.run(pool, Parameters.with("id", lease.id()).and("epoch", lease.epoch()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new RebuildLease.LostException();
                    }
                    return null;
                });
    }

    Uni<Void> fail(RebuildLease lease, RebuildFailure failure) {
        return FAIL.run(
                        pool,
                        Parameters.with("id", lease.id())
                                .and("epoch", lease.epoch())
                                .and("failure", failure.name()))
                .replaceWithVoid();
    }

    /// @param problem without anything personal
    Uni<Void> pause(RebuildLease lease, String problem, Duration pause) {
        Parameters values = Parameters.with("id", lease.id())
                .and("epoch", lease.epoch())
                .and("problem", problem)
                .and("pause", pause);
        return PAUSE.run(pool, values).replaceWithVoid();
    }

    /// Empties the side that neither answers nor is being built.
    Uni<Void> cleanUp() {
        return pool.withTransaction(connection -> connection
                .query(IDLE)
                .execute()
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : empty(connection, rows.iterator().next().getInteger("idle"))));
    }

    /// Waits only so long for exports that still read it.
    private Uni<Void> empty(SqlConnection connection, int side) {
        return connection
                .query("set local lock_timeout = " + config.lockTimeoutMs())
                .execute()
                .chain(() -> connection
                        .query("truncate report_payment_%1$d, report_location_%1$d".formatted(side))
                        .execute())
                .replaceWithVoid();
    }

    private static JsonObject bound(TopicPartition partition, Bounds bound) {
        return new JsonObject()
                .put("topic", partition.topic())
                .put("partition_no", partition.partition())
                .put("beginning", bound.beginning())
                .put("ending", bound.end());
    }
}
