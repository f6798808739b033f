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
import java.util.List;
import java.util.UUID;

/// The relay's statements on the table `outbox`.
@ApplicationScoped
class OutboxStore {
    private static final String UNPUBLISHED = """
            select id, topic, aggregateid, type, version, payload::text as payload, traceparent, created_at
            from outbox
            where published_at is null
              and (topic, aggregateid) not in (select * from unnest($2::text[], $3::text[]))
            order by created_at, id
            limit $1""";

    /// The lease's row is locked against a takeover for the length of this statement: a relay whose epoch is over
    /// marks nothing.
    private static final String MARK = """
            with held as (select 1 from outbox_lease where name = 'relay' and holder = $1 and epoch = $2 for share)
            update outbox set published_at = clock_timestamp() from held
            where id = any($3::uuid[]) and published_at is null""";

    private static final String FORGET = """
            delete from outbox where id in (
              select id from outbox
              where id < uuidv7(make_interval(secs => -$1::float8))
                and published_at < clock_timestamp() - make_interval(secs => $1::float8)
              order by id limit $2)""";

    private static final String BACKLOG = """
            select count(*) as events,
                   coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as oldest
              from (select created_at from outbox where published_at is null order by created_at, id limit 100000) o""";

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /// Oldest first, without the keys that are to be left alone for now.
    Uni<List<OutboxRow>> unpublished(int limit, Collection<OutboxKey> without) {
        String[] topics = without.stream().map(OutboxKey::topic).toArray(String[]::new);
        String[] ids = without.stream().map(OutboxKey::aggregateId).toArray(String[]::new);
        return pool.preparedQuery(UNPUBLISHED)
                .execute(Tuple.of(limit, topics, ids))
                .map(OutboxStore::rows);
    }

    /// How many were marked: none if the epoch is over.
    Uni<Integer> markPublished(OutboxLease.Held lease, List<UUID> ids) {
        return pool.preparedQuery(MARK)
                .execute(Tuple.of(lease.holder(), lease.epoch(), ids.toArray(UUID[]::new)))
                .map(SqlResult::rowCount);
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
                .map(row -> new Backlog(row.getLong("events"), row.getDouble("oldest")));
    }

    private static List<OutboxRow> rows(RowSet<Row> found) {
        List<OutboxRow> rows = new ArrayList<>(found.size());
        found.forEach(row -> rows.add(OutboxRow.of(row)));
        return rows;
    }
}
