package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of a location's schedules. One is only ever added.
@ApplicationScoped
class ScheduleStore {

    /// What holds from that day already is no new version.
    private static final NamedQuery ADD = NamedQuery.of("""
            insert into schedule_version (location_id, kind, resource_type, resource_id, version, valid_from, changed_at,
              hours, changed_by)
            select :locationId, :kind, :resourceType, :resourceId, coalesce(max(s.version), 0) + 1, :validFrom,
                   coalesce(:changedAt, now()), :hours::text::jsonb, :changedBy
              from schedule_version s
             where s.location_id = :locationId and s.kind = :kind and s.resource_type = :resourceType
               and s.resource_id = :resourceId
            having :changedAt::timestamptz is not null
                or not coalesce((array_agg(s.hours is not distinct from :hours::text::jsonb and s.valid_from = :validFrom
                                           order by s.version desc))[1], false)
            on conflict do nothing
            returning version""");

    private static final String COLUMNS =
            "kind, resource_type, resource_id, version, valid_from, changed_at, hours::text as hours, changed_by";

    private static final NamedQuery HAS = NamedQuery.of("""
            select from schedule_version
             where location_id = :locationId and kind = :kind and resource_type = :resourceType
               and resource_id = :resourceId
               and (valid_from = :validFrom and changed_at = :changedAt::timestamptz or :changedAt::timestamptz is null)""");

    private static final NamedQuery VERSIONS = NamedQuery.of("""
            select %s from schedule_version
             where location_id = :locationId and kind = :kind and resource_type = :resourceType
               and resource_id = :resourceId and (:before::int is null or version < :before::int)
             order by version desc limit :limit""".formatted(COLUMNS));

    private static final NamedQuery LATEST = NamedQuery.of("""
            select distinct on (kind, resource_type, resource_id) %s from schedule_version
             where location_id = :locationId
               and (:kind::text is null or (kind, resource_type, resource_id) > (:kind::text, :resourceType::text, :resourceId::text))
             order by kind, resource_type, resource_id, version desc limit :limit""".formatted(COLUMNS));

    private static final RowReader<StoredSchedule> SCHEDULE =
            RowReader.of(MethodHandles.lookup(), StoredSchedule.class);

    private final Pool pool;

    ScheduleStore(Pool pool) {
        this.pool = pool;
    }

    /// @return whether it is a new version; false too where another process added one at the same moment
    Uni<Boolean> add(NewSchedule schedule) {
        var hours = schedule.hours();
        return ADD.run(
                        pool,
                        key(schedule.locationId(), schedule.schedule())
                                .and("validFrom", schedule.validFrom())
                                .and("changedAt", (Object) at(schedule))
                                .and(
                                        "hours",
                                        hours == null ? null : hours.json().toString())
                                .and("changedBy", schedule.changedBy()))
                .map(rows -> rows.size() == 1);
    }

    /// Whether it is stored, by the moment of its change.
    Uni<Boolean> has(NewSchedule schedule) {
        return HAS.run(
                        pool,
                        key(schedule.locationId(), schedule.schedule())
                                .and("validFrom", schedule.validFrom())
                                .and("changedAt", (Object) at(schedule)))
                .map(rows -> rows.size() > 0);
    }

    private static @Nullable OffsetDateTime at(NewSchedule schedule) {
        var changedAt = schedule.changedAt();
        return changedAt == null ? null : changedAt.atOffset(ZoneOffset.UTC);
    }

    /// Newest first.
    Uni<List<StoredSchedule>> versions(String locationId, ScheduleRef schedule, @Nullable Integer before, int limit) {
        return VERSIONS.run(
                        pool, key(locationId, schedule).and("before", before).and("limit", limit))
                .map(ScheduleStore::read);
    }

    /// The newest version of each schedule, in the order of their names.
    Uni<List<StoredSchedule>> latest(String locationId, @Nullable ScheduleRef after, int limit) {
        var values = after == null
                ? Parameters.with("locationId", locationId)
                        .and("kind", (Object) null)
                        .and("resourceType", (Object) null)
                        .and("resourceId", (Object) null)
                : key(locationId, after);
        return LATEST.run(pool, values.and("limit", limit)).map(ScheduleStore::read);
    }

    private static List<StoredSchedule> read(RowSet<Row> rows) {
        return rows.stream().map(SCHEDULE::read).toList();
    }

    private static Parameters key(String locationId, ScheduleRef schedule) {
        var type = schedule.resourceType();
        return Parameters.with("locationId", locationId)
                .and("kind", schedule.kind().name())
                .and("resourceType", type == null ? "" : type.name())
                .and("resourceId", type == null ? "" : schedule.resourceId());
    }
}
