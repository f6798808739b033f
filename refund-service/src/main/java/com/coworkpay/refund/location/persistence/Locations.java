package com.coworkpay.refund.location.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.location.domain.LocationState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// The copy of integration-service's locations.
@ApplicationScoped
public class Locations {

    private static final Statement KEEP = Statement.of("""
            insert into location_copy as l (location_id, version, timezone, locale, automatic_refunds)
            values (:locationId, :version, :timezone, :locale, :automaticRefunds)
            on conflict (location_id) do update
               set version = excluded.version, timezone = excluded.timezone, locale = excluded.locale,
                   automatic_refunds = excluded.automatic_refunds, received_at = now()
             where l.version < excluded.version
            returning old.automatic_refunds is null as is_new""");

    /// Starts of full-day bookings that became known before their location. Moves and ledgers are locked in the
    /// order of their keys, as the batches do that keep and decide them.
    private static final Statement RESOLVE = Statement.of("""
            with unmoved as materialized (
              select location_id, payable_type, payable_id from payable_move
               where location_id = :locationId and start_at is null
               order by location_id, payable_type, payable_id
                 for no key update
            ), moved as (
              update payable_move m set start_at = refund_start_of_day(m.start_day, l.timezone)
                from unmoved u join location_copy l on l.location_id = u.location_id
               where m.location_id = u.location_id and m.payable_type = u.payable_type and m.payable_id = u.payable_id
                 and m.start_at is null
            ), unresolved as materialized (
              select payment_id from paid_payment
               where location_id = :locationId and start_at is null and start_day is not null
               order by payment_id
                 for no key update
            )
            update paid_payment p set start_at = refund_start_of_day(p.start_day, l.timezone)
              from unresolved u, location_copy l
             where p.payment_id = u.payment_id and l.location_id = :locationId
               and p.start_at is null and p.start_day is not null""");

    private final Pool pool;

    Locations(Pool pool) {
        this.pool = pool;
    }

    public enum Kept {
        /// Nothing was known of it before, or not that it is connected.
        NEW,
        NEWER,
        /// This version, or a newer one, was known already.
        NO_NEWS
    }

    public Uni<Kept> keep(LocationState location) {
        Values values = Values.with("locationId", location.locationId())
                .and("version", location.version())
                .and("timezone", location.zone().getId())
                .and("locale", location.locale())
                .and("automaticRefunds", (Object) location.automaticRefunds());
        return KEEP.run(pool, values).map(rows -> {
            var each = rows.iterator();
            return !each.hasNext() ? Kept.NO_NEWS : each.next().getBoolean("is_new") ? Kept.NEW : Kept.NEWER;
        });
    }

    public Uni<Void> resolveStarts(String locationId) {
        return RESOLVE.run(pool, Values.with("locationId", locationId)).replaceWithVoid();
    }
}
