package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The relay's statements on the table `outbox`.
@ApplicationScoped
class OutboxStore {
    private static final String ROW =
            "o.id, o.topic, o.aggregateid, o.type, o.version, o.payload::text as payload, o.traceparent, o.created_at,"
                    + " coalesce(o.event_time, o.created_at) as event_time";

    /// The look-up of a key stays within its own limit, so that no plan of a join gives up the order of the index.
    private static final String UNPUBLISHED = "select " + ROW + """
             from outbox o
             left join lateral (
               select true as waits from outbox_blocked_key b
                where b.topic = o.topic and b.aggregateid = o.aggregateid limit 1) b on true
            where o.published_at is null and o.topic <> all($2) and b.waits is null
            order by o.created_at, o.id
            limit $1""";

    private static final String ROWS =
            "select " + ROW + " from outbox o where o.id = any($1) and o.published_at is null";

    /// The lease's row is locked against a takeover for the length of this statement: a relay whose epoch is over
    /// marks nothing.
    private static final String MARK = """
            with held as (select 1 from outbox_lease where name = 'relay' and holder = $1 and epoch = $2 for share)
            update outbox set published_at = clock_timestamp() from held
            where id = any($3::uuid[]) and published_at is null""";

    private static final String BLOCK = """
            with held as (select 1 from outbox_lease where name = 'relay' and holder = $1 and epoch = $2 for share)
            insert into outbox_blocked_key (topic, aggregateid, partition, event_id)
            select k.* from held, unnest($3::text[], $4::text[], $5::integer[], $6::uuid[]) k
            on conflict (topic, aggregateid) do update set partition = excluded.partition, event_id = excluded.event_id""";

    private static final String UNBLOCK_KEYS = """
            delete from outbox_blocked_key
             where (topic, aggregateid) in (select * from unnest($1::text[], $2::text[]))""";

    private static final String UNBLOCK_LANE = "delete from outbox_blocked_key where topic = $1 and partition = $2";

    private static final String BLOCKED_LANES = """
            select distinct on (topic, partition) topic, partition, event_id from outbox_blocked_key
             where partition is not null order by topic, partition""";

    /// In turn, from one key to the next.
    private static final String REFUSED = """
            select topic, aggregateid, event_id from outbox_blocked_key
             where partition is null and (topic, aggregateid) > ($1, $2)
             order by topic, aggregateid limit $3""";

    private static final String FORGET = """
            delete from outbox where id in (
              select id from outbox
              where id < uuidv7(make_interval(secs => -$1::float8))
                and published_at < clock_timestamp() - make_interval(secs => $1::float8)
              order by id limit $2)""";

    private static final String BACKLOG = """
            select count(*) as events,
                   coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as oldest,
                   (select count(*) from (select 1 from outbox_blocked_key limit 100000) b) as blocked
              from (select created_at from outbox where published_at is null order by created_at, id limit 100000) o""";

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /// Oldest first, without these topics and without the keys that are blocked.
    Uni<List<OutboxRow>> unpublished(int limit, List<String> withoutTopics) {
        return pool.preparedQuery(UNPUBLISHED)
                .execute(Tuple.of(limit, withoutTopics.toArray(String[]::new)))
                .map(OutboxStore::rows);
    }

    Uni<List<OutboxRow>> unpublished(Collection<UUID> ids) {
        return pool.preparedQuery(ROWS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(OutboxStore::rows);
    }

    /// How many were marked: none if the epoch is over.
    Uni<Integer> markPublished(OutboxLease.Held lease, List<UUID> ids) {
        return pool.preparedQuery(MARK)
                .execute(Tuple.of(lease.holder(), lease.epoch(), ids.toArray(UUID[]::new)))
                .map(SqlResult::rowCount);
    }

    /// Nothing if the epoch is over.
    Uni<Void> block(OutboxLease.Held lease, List<BlockedKey> keys) {
        return pool.preparedQuery(BLOCK)
                .execute(Tuple.of(
                        lease.holder(),
                        lease.epoch(),
                        keys.stream().map(each -> each.key().topic()).toArray(String[]::new),
                        keys.stream().map(each -> each.key().aggregateId()).toArray(String[]::new),
                        keys.stream().map(BlockedKey::partition).toArray(Integer[]::new),
                        keys.stream().map(BlockedKey::next).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> unblock(List<OutboxKey> keys) {
        return pool.preparedQuery(UNBLOCK_KEYS)
                .execute(Tuple.of(
                        keys.stream().map(OutboxKey::topic).toArray(String[]::new),
                        keys.stream().map(OutboxKey::aggregateId).toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> unblock(Lane lane) {
        return pool.preparedQuery(UNBLOCK_LANE)
                .execute(Tuple.of(lane.topic(), lane.partition()))
                .replaceWithVoid();
    }

    /// Partitions that keys wait for, each with one of their events.
    Uni<Map<Lane, UUID>> blockedLanes() {
        return pool.preparedQuery(BLOCKED_LANES).execute().map(rows -> {
            Map<Lane, UUID> lanes = new HashMap<>();
            rows.forEach(row ->
                    lanes.put(new Lane(row.getString("topic"), row.getInteger("partition")), row.getUUID("event_id")));
            return lanes;
        });
    }

    /// Keys whose next event itself is refused, from one on.
    Uni<List<BlockedKey>> refused(OutboxKey after, int limit) {
        return pool.preparedQuery(REFUSED)
                .execute(Tuple.of(after.topic(), after.aggregateId(), limit))
                .map(rows -> rows.stream()
                        .map(row -> new BlockedKey(
                                new OutboxKey(row.getString("topic"), row.getString("aggregateid")),
                                null,
                                row.getUUID("event_id")))
                        .toList());
    }

    /// How many were deleted.
    Uni<Integer> forgetPublished(Duration olderThan, int limit) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(olderThan.toMillis() / 1000.0, limit))
                .map(SqlResult::rowCount);
    }

    Uni<Backlog> backlog() {
        return pool.query(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("events"), row.getDouble("oldest"), row.getLong("blocked")));
    }

    private static List<OutboxRow> rows(RowSet<Row> found) {
        List<OutboxRow> rows = new ArrayList<>(found.size());
        found.forEach(row -> rows.add(OutboxRow.of(row)));
        return rows;
    }
}
