package com.coworkpay.reporting.projection;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// How far the consumers have read.
@ApplicationScoped
public class PositionStore {

    /// A select list's item: the positions of the consumers, for [#read].
    public static final String LIVE_AS_JSON = """
            (select coalesce(jsonb_agg(jsonb_build_object('topic', topic, 'partition', partition_no,
                      'next', next_offset, 'at', last_event_at)), '[]')
               from projection_position where reader = 'LIVE')""";

    private static final String NOW = "select clock_timestamp() as at, %s as positions".formatted(LIVE_AS_JSON);

    /// What is stored stands, but where the topic does not reach from one to the other any more: then it was made
    /// again, and reading begins at its beginning.
    private static final NamedQuery BEGIN = NamedQuery.of("""
            with asked as (
              select * from json_to_recordset(:partitions::text::json)
                as a(topic text, partition_no int, beginning bigint, ending bigint))
            insert into projection_position as p (reader, topic, partition_no, next_offset)
            select 'LIVE', topic, partition_no, beginning from asked order by topic, partition_no
            on conflict (reader, topic, partition_no) do update
               set next_offset = (select case when p.next_offset between a.beginning and a.ending
                                              then p.next_offset else a.beginning end
                                    from asked a where a.topic = p.topic and a.partition_no = p.partition_no)
            returning topic, partition_no, next_offset""");

    private final Pool pool;

    PositionStore(Pool pool) {
        this.pool = pool;
    }

    /// The database's time, and the positions then.
    public record CurrentPositions(Instant at, Positions positions) {}

    public Uni<CurrentPositions> now() {
        return pool.preparedQuery(NOW).execute().map(rows -> {
            var row = rows.iterator().next();
            return new CurrentPositions(
                    Objects.requireNonNull(row.get(OffsetDateTime.class, "at")).toInstant(),
                    read(row.get(JsonArray.class, "positions")));
        });
    }

    /// Where to begin with partitions that were just assigned.
    ///
    /// @param bounds of each
    Uni<Map<TopicPartition, Long>> begin(Map<TopicPartition, Bounds> bounds) {
        JsonArray partitions = new JsonArray();
        bounds.forEach((partition, bound) -> partitions.add(new JsonObject()
                .put("topic", partition.topic())
                .put("partition_no", partition.partition())
                .put("beginning", bound.beginning())
                .put("ending", bound.end())));
        return BEGIN.run(pool, Parameters.with("partitions", partitions.encode()))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new TopicPartition(row.getString("topic"), row.getInteger("partition_no")),
                                row -> row.getLong("next_offset"))));
    }

    public static Positions read(@Nullable JsonArray rows) {
        List<Position> positions = rows == null
                ? List.of()
                : rows.stream()
                        .map(JsonObject.class::cast)
                        .map(PositionStore::position)
                        .toList();
        return Positions.of(positions);
    }

    private static Position position(JsonObject row) {
        String at = row.getString("at");
        return new Position(
                new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                row.getLong("next"),
                at == null ? null : OffsetDateTime.parse(at).toInstant());
    }
}
