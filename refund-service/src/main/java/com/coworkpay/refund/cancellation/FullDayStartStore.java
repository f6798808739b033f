package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.policy.domain.FullDay;
import com.coworkpay.refund.policy.domain.ScheduleVersion;
import com.coworkpay.refund.policy.domain.Start;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Full days of paid bookings whose beginning is not stored yet, the schedules that say it, and those that wait for
/// one.
@ApplicationScoped
class FullDayStartStore {

    private static final int MAX_ROWS = 500;

    /// Of payments `p` of `%s`.
    private static final String UNRESOLVED = """
            select p.payment_id, p.location_id, p.owner_role, p.resource_type, p.resource_id, l.timezone,
                   d.start_day, d.shown_at
              from (%s) p
              left join location_replica l on l.location_id = p.location_id and l.zone_known
             cross join lateral (
               select p.start_day, p.begun_at as shown_at where p.start_day is not null
               union
               select m.start_day, m.moved_at from rescheduling m
                where m.location_id = p.location_id and m.payable_type = p.payable_type and m.payable_id = p.payable_id
                  and m.start_day is not null
               union
               select c.start_day, c.canceled_at from cancellation c
                where c.location_id = p.location_id and c.payable_type = p.payable_type and c.payable_id = p.payable_id
                  and c.start_day is not null) d
             where not exists (select from full_day_start f where f.payment_id = p.payment_id
                                  and f.start_day = d.start_day and f.shown_at = d.shown_at)
             order by p.payment_id, d.shown_at, d.start_day""";

    private static final NamedQuery OF_PAYABLES = NamedQuery.of(UNRESOLVED.formatted("""
            select y.* from (select distinct * from jsonb_to_recordset(:payables::jsonb)
                              as x(location_id text, payable_type text, payable_id text)) a
              join paid_payment y on y.location_id = a.location_id and y.payable_type = a.payable_type
                                 and y.payable_id = a.payable_id"""));

    private static final NamedQuery OF_WAITING = NamedQuery.of(UNRESOLVED.formatted("""
            select y.* from paid_payment y where y.payment_id = any(:payments)"""));

    private static final String WAITING = """
            select w.payment_id, w.location_id, p.payable_type as type, p.payable_id as id
              from waiting_for_schedule w join paid_payment p on p.payment_id = w.payment_id
             where %s
               and (:after::uuid is null or w.payment_id > :after::uuid)
             order by w.payment_id limit %d""";

    /// For which a schedule of a location may say it.
    private static final NamedQuery WAITING_FOR = NamedQuery.of(WAITING.formatted("""
            w.location_id = :locationId
               and (:resourceId::text is null or p.resource_type = :resourceType and p.resource_id = :resourceId::text)
               and (:isPublic is not true or p.owner_role in ('NONMEMBER', 'NETWORK_MEMBER'))""", MAX_ROWS));

    /// A cancellation waits; or it is resolved and not decided, as the process ended before; or hours came while it was
    /// noted.
    private static final NamedQuery LEFT_BEHIND = NamedQuery.of(WAITING.formatted("""
            (w.blocks or w.resolved or w.since > now() - interval '10 minutes')""", MAX_ROWS));

    private static final NamedQuery SCHEDULES = NamedQuery.of("""
            select location_id, kind, resource_type, resource_id, version, valid_from, changed_at, hours::text as hours
              from schedule_version s
             where location_id = any(:locationIds)
               and (kind <> 'RESOURCE' or exists (
                 select from jsonb_to_recordset(:resources::jsonb) as x(location_id text, resource_type text, resource_id text)
                  where x.location_id = s.location_id and x.resource_type = s.resource_type
                    and x.resource_id = s.resource_id))""");

    /// In the order of their keys, to avoid deadlocks with another batch. Who still waits is not forgotten, and keeps
    /// its place.
    private static final NamedQuery STORE = NamedQuery.of("""
            with resolved as (
              insert into full_day_start (payment_id, start_day, shown_at, start_at, source, kind, resource_type,
                resource_id, version)
              select * from jsonb_to_recordset(:starts::jsonb) as x(payment_id uuid, start_day date, shown_at timestamptz,
                start_at timestamptz, source text, kind text, resource_type text, resource_id text, version integer)
               order by x.payment_id, x.start_day, x.shown_at
              on conflict do nothing
            ), waiting as (
              insert into waiting_for_schedule (payment_id, location_id)
              select p.payment_id, p.location_id from paid_payment p
               where p.payment_id = any(:waiting) order by p.payment_id
              on conflict do nothing
            )
            update waiting_for_schedule u set blocks = false, resolved = true
              from (select w.payment_id from waiting_for_schedule w where w.payment_id = any(:over)
                     order by w.payment_id for update) k
             where u.payment_id = k.payment_id""");

    /// What was resolved has been decided.
    private static final NamedQuery FORGET = NamedQuery.of("""
            delete from waiting_for_schedule where payment_id in (
              select w.payment_id from waiting_for_schedule w where w.payment_id = any(:payments) and w.resolved
               order by w.payment_id for update)""");

    /// Restored, or decided by another start: nothing waits any more.
    private static final String UNBLOCK = """
            update waiting_for_schedule u set blocks = false
              from (select w.payment_id from waiting_for_schedule w join paid_payment p on p.payment_id = w.payment_id
                     where w.blocks and not exists (
                       select from cancellation_state c
                        where c.location_id = p.location_id and c.payable_type = p.payable_type
                          and c.payable_id = p.payable_id and c.is_last_edition and not c.is_restored
                          and not exists (select from decision d where d.payment_id = p.payment_id
                                             and d.cancellation_id = c.cancellation_id and d.edition = c.edition))
                     order by w.payment_id for update of w) k
             where u.payment_id = k.payment_id""";

    private static final NamedQuery BLOCK = NamedQuery.of("""
            insert into waiting_for_schedule as w (payment_id, location_id, blocks)
            select p.payment_id, p.location_id, true from paid_payment p
             where p.payment_id = any(:payments) order by p.payment_id
            on conflict (payment_id) do update set blocks = true, resolved = false where not w.blocks""");

    private static final RowReader<UnresolvedDay> DAY = RowReader.of(MethodHandles.lookup(), UnresolvedDay.class);
    private static final RowReader<Waiting> WAITING_PAYMENT = RowReader.of(MethodHandles.lookup(), Waiting.class);

    private final Pool pool;

    FullDayStartStore(Pool pool) {
        this.pool = pool;
    }

    /// @param timezone its name; absent while the location or its zone is not known
    public record UnresolvedDay(
            UUID paymentId,
            String locationId,
            String ownerRole,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable String timezone,
            LocalDate startDay,
            Instant shownAt) {

        FullDay day() {
            return new FullDay(startDay, shownAt, ownerRole, resourceType, resourceId);
        }
    }

    /// Of a payment.
    public record ResolvedDay(UnresolvedDay day, Start start) {}

    public record Waiting(UUID paymentId, PayableRef payable) {}

    public Uni<List<UnresolvedDay>> ofPayables(Collection<PayableRef> payables) {
        JsonArray rows = new JsonArray();
        payables.forEach(payable -> rows.add(CancellationStore.row(payable)));
        return OF_PAYABLES.run(pool, Parameters.with("payables", (Object) rows)).map(FullDayStartStore::days);
    }

    public Uni<List<UnresolvedDay>> ofPayments(Collection<UUID> payments) {
        return OF_WAITING
                .run(pool, Parameters.with("payments", payments.toArray(UUID[]::new)))
                .map(FullDayStartStore::days);
    }

    private static List<UnresolvedDay> days(RowSet<Row> rows) {
        return rows.stream().map(DAY::read).toList();
    }

    /// A page of those for which a schedule of the location may say when their day begins.
    ///
    /// @param schedule absent: any
    public Uni<List<Waiting>> waitingFor(String locationId, @Nullable ScheduleRef schedule, @Nullable UUID after) {
        var type = schedule == null ? null : schedule.resourceType();
        return WAITING_FOR
                .run(
                        pool,
                        Parameters.with("locationId", locationId)
                                .and("resourceType", type == null ? null : type.name())
                                .and("resourceId", (Object) (schedule == null ? null : schedule.resourceId()))
                                .and("isPublic", (Object) ScheduleRef.PUBLIC.equals(schedule))
                                .and("after", after))
                .map(FullDayStartStore::waiting);
    }

    /// A page of those everywhere that are to be looked at again.
    public Uni<List<Waiting>> leftBehind(@Nullable UUID after) {
        return LEFT_BEHIND.run(pool, Parameters.with("after", (Object) after)).map(FullDayStartStore::waiting);
    }

    private static List<Waiting> waiting(RowSet<Row> rows) {
        return rows.stream().map(WAITING_PAYMENT::read).toList();
    }

    public Uni<Void> forget(Collection<UUID> payments) {
        return FORGET.run(pool, Parameters.with("payments", payments.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /// There may be more: query again.
    static boolean isFull(List<Waiting> page) {
        return page.size() == MAX_ROWS;
    }

    /// The versions of the schedules that these days may begin by, of each location.
    public Uni<Map<String, List<ScheduleVersion>>> schedules(List<UnresolvedDay> days) {
        var locationIds =
                days.stream().map(UnresolvedDay::locationId).distinct().toArray(String[]::new);
        JsonArray resources = new JsonArray();
        days.stream()
                .filter(day -> day.resourceId() != null)
                .map(day -> new JsonObject()
                        .put("location_id", day.locationId())
                        .put("resource_type", day.resourceType())
                        .put("resource_id", day.resourceId()))
                .distinct()
                .forEach(resources::add);
        return SCHEDULES
                .run(pool, Parameters.with("locationIds", locationIds).and("resources", (Object) resources))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getString("location_id"),
                                Collectors.mapping(FullDayStartStore::version, Collectors.toList()))));
    }

    private static ScheduleVersion version(Row row) {
        String hours = row.getString("hours");
        var kind = ScheduleRef.Kind.valueOf(row.getString("kind"));
        return new ScheduleVersion(
                switch (kind) {
                    case DEFAULT -> ScheduleRef.DEFAULT;
                    case PUBLIC -> ScheduleRef.PUBLIC;
                    case RESOURCE ->
                        ScheduleRef.ofResource(
                                ResourceType.valueOf(row.getString("resource_type")), row.getString("resource_id"));
                },
                row.getInteger("version"),
                row.getLocalDate("valid_from"),
                row.getOffsetDateTime("changed_at").toInstant(),
                hours == null ? null : OpeningHours.of(hours));
    }

    /// @param waiting payments of which a day could not be resolved
    /// @param over payments of which each day is resolved; those that waited are kept until they were decided
    public Uni<Void> store(List<ResolvedDay> resolved, Set<UUID> waiting, Set<UUID> over) {
        JsonArray rows = new JsonArray();
        resolved.forEach(each -> rows.add(row(each)));
        return STORE.run(
                        pool,
                        Parameters.with("starts", (Object) rows)
                                .and("waiting", waiting.toArray(UUID[]::new))
                                .and("over", over.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static JsonObject row(ResolvedDay each) {
        var hours = Objects.requireNonNull(each.start().hours());
        var type = hours.schedule().resourceType();
        return new JsonObject()
                .put("payment_id", each.day().paymentId().toString())
                .put("start_day", each.day().startDay().toString())
                .put("shown_at", each.day().shownAt().toString())
                .put("start_at", each.start().at().toString())
                .put("source", each.start().source().name())
                .put("kind", hours.schedule().kind().name())
                .put("resource_type", type == null ? "" : type.name())
                .put("resource_id", type == null ? "" : hours.schedule().resourceId())
                .put("version", hours.version());
    }

    /// A cancellation of theirs waits: it is not found again until the day is resolved.
    public Uni<Void> block(Collection<UUID> payments) {
        return BLOCK.run(pool, Parameters.with("payments", payments.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    public Uni<Long> countBlocked() {
        return pool.query(UNBLOCK)
                .execute()
                .chain(() -> pool.query("select count(*) from waiting_for_schedule where blocks")
                        .execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
