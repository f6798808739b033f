package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Days whose first moment is not stored yet. A day of a location has one, whatever is booked on it.
@ApplicationScoped
class StartTimeStore {

    private static final NamedQuery UNRESOLVED = NamedQuery.of("""
            select l.location_id, l.timezone, d.start_day
              from location_replica l
             cross join lateral (
               select start_day from paid_payment
                where location_id = l.location_id and start_at is null and start_day is not null
               union
               select start_day from rescheduling where location_id = l.location_id and start_at is null) d
             where l.location_id = any(:locationIds)""");

    /// Reschedulings and ledgers are locked in the order of their keys, as by the batches that store and decide them.
    private static final NamedQuery STORE = NamedQuery.of("""
            with day as (
              select * from jsonb_to_recordset(:days::jsonb) as x(location_id text, start_day date, start_at timestamptz)
            ), unresolved_rescheduling as materialized (
              select m.location_id, m.payable_type, m.payable_id, m.start_day, d.start_at
                from rescheduling m join day d on d.location_id = m.location_id and d.start_day = m.start_day
               where m.start_at is null
               order by m.location_id, m.payable_type, m.payable_id
                 for no key update of m
            ), resolved_rescheduling as (
              update rescheduling m set start_at = u.start_at
                from unresolved_rescheduling u
               where m.location_id = u.location_id and m.payable_type = u.payable_type and m.payable_id = u.payable_id
                 and m.start_at is null and m.start_day = u.start_day
            ), unresolved_payment as materialized (
              select p.payment_id, d.start_at
                from paid_payment p join day d on d.location_id = p.location_id and d.start_day = p.start_day
               where p.start_at is null
               order by p.payment_id
                 for no key update of p
            )
            update paid_payment p set start_at = u.start_at
              from unresolved_payment u where p.payment_id = u.payment_id and p.start_at is null""");

    private static final RowReader<UnresolvedDay> DAY = RowReader.of(MethodHandles.lookup(), UnresolvedDay.class);

    private final Pool pool;

    StartTimeStore(Pool pool) {
        this.pool = pool;
    }

    /// @param timezone its name
    public record UnresolvedDay(String locationId, String timezone, LocalDate startDay) {}

    public record ResolvedDay(String locationId, LocalDate day, Instant startAt) {}

    public Uni<List<UnresolvedDay>> unresolved(Set<String> locationIds) {
        return UNRESOLVED
                .run(pool, Parameters.with("locationIds", locationIds.toArray(String[]::new)))
                .map(rows -> rows.stream().map(DAY::read).toList());
    }

    public Uni<Void> store(List<ResolvedDay> days) {
        JsonArray rows = new JsonArray();
        days.forEach(each -> rows.add(new JsonObject()
                .put("location_id", each.locationId())
                .put("start_day", each.day().toString())
                .put("start_at", each.startAt().toString())));
        return STORE.run(pool, Parameters.with("days", (Object) rows)).replaceWithVoid();
    }
}
