package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versions of a location's schedules. One is only ever added.
@ApplicationScoped
class ScheduleStore {

    private static final String KEY = """
            location_id = :locationId and kind = :kind and resource_type = :resourceType and resource_id = :resourceId""";

    /// What is set here comes after all that was set before, whatever clock that was set by. With its audit row, which
    /// says what was before: nothing is added once another version is.
    private static final NamedQuery ADD = NamedQuery.of("""
            with added as (
            insert into schedule_version (location_id, kind, resource_type, resource_id, version, valid_from, changed_at,
              hours, changed_by)
            select :locationId, :kind, :resourceType, :resourceId, coalesce(max(version), 0) + 1, :validFrom,
                   coalesce(:changedAt::timestamptz, greatest(now(), max(changed_at) + interval '1 microsecond')),
                   :hours::text::jsonb, :changedBy
              from schedule_version where %s
            having coalesce(max(version), 0) = :known::int
            on conflict do nothing
            returning version
            ), audited as (%s)
            select version from added""".formatted(KEY, AuditSql.ifAny("added")));

    /// What held from that day on at that moment.
    private static final NamedQuery HELD = NamedQuery.of("""
            select changed_at = :changedAt::timestamptz as is_of_this_moment, hours is not distinct from :hours::text::jsonb as is_same
              from schedule_version
             where %s and valid_from = :validFrom and changed_at <= coalesce(:changedAt::timestamptz, 'infinity')
             order by changed_at desc, version desc limit 1""".formatted(KEY));

    private static final String COLUMNS =
            "kind, resource_type, resource_id, version, valid_from, changed_at, hours::text as hours, changed_by";

    private static final NamedQuery LAST = NamedQuery.of(
            "select %s from schedule_version where %s order by version desc limit 1".formatted(COLUMNS, KEY));

    private static final NamedQuery VERSIONS = NamedQuery.of("""
            select %s from schedule_version
             where %s
               and (:before::int is null or (changed_at, version) < (
                 select changed_at, version from schedule_version where %s and version = :before::int))
             order by changed_at desc, version desc limit :limit""".formatted(COLUMNS, KEY, KEY));

    private static final NamedQuery LATEST = NamedQuery.of("""
            select distinct on (kind, resource_type, resource_id) %s from schedule_version
             where location_id = :locationId
               and (:kind::text is null or (kind, resource_type, resource_id) > (:kind::text, :resourceType::text, :resourceId::text))
             order by kind, resource_type, resource_id, changed_at desc, version desc limit :limit""".formatted(COLUMNS));

    private static final RowReader<StoredSchedule> SCHEDULE =
            RowReader.of(MethodHandles.lookup(), StoredSchedule.class);

    private final Pool pool;

    ScheduleStore(Pool pool) {
        this.pool = pool;
    }

    enum Held {
        /// These hours, from that day on.
        SAME,
        /// Others of the very same moment.
        CONTRADICTED,
        OTHERS
    }

    /// What held from that day on when it was changed.
    Uni<Held> held(NewSchedule schedule) {
        return HELD.run(pool, values(schedule)).map(rows -> {
            var each = rows.iterator();
            if (!each.hasNext()) {
                return Held.OTHERS;
            }
            Row row = each.next();
            if (row.getBoolean("is_same")) {
                return Held.SAME;
            }
            return Boolean.TRUE.equals(row.getBoolean("is_of_this_moment")) ? Held.CONTRADICTED : Held.OTHERS;
        });
    }

    /// @param latest the newest version as it was read
    /// @return false where another process has added a version since
    Uni<Boolean> add(NewSchedule schedule, @Nullable StoredSchedule latest) {
        Parameters values = values(schedule)
                .and("changedBy", schedule.changedBy())
                .and("known", latest == null ? 0 : latest.version())
                .and("audit", AuditEntry.rows(schedule.audit(latest)));
        return ADD.run(pool, values).map(rows -> rows.rowCount() == 1);
    }

    private static Parameters values(NewSchedule schedule) {
        var hours = schedule.hours();
        return key(schedule.locationId(), schedule.schedule())
                .and("validFrom", schedule.validFrom())
                .and("changedAt", (Object) at(schedule))
                .and("hours", hours == null ? null : hours.json().toString());
    }

    private static @Nullable OffsetDateTime at(NewSchedule schedule) {
        var changedAt = schedule.changedAt();
        return changedAt == null ? null : changedAt.atOffset(ZoneOffset.UTC);
    }

    /// The version with the highest number.
    Uni<Optional<StoredSchedule>> latest(NewSchedule schedule) {
        return LAST.run(pool, key(schedule.locationId(), schedule.schedule()))
                .map(rows -> read(rows).stream().findFirst());
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
