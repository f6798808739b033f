package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The replica of integration-service's locations.
@ApplicationScoped
public class LocationReplicaStore {

    private static final NamedQuery UPSERT = NamedQuery.of("""
            insert into location_replica as l (location_id, version, timezone, zone_known, locale, automatic_refunds,
                   refund_approval_limit_krw)
            values (:locationId, :version, :timezone, :zoneKnown, :locale, :automaticRefunds, :refundApprovalLimitKrw)
            on conflict (location_id) do update
               set version = excluded.version, timezone = excluded.timezone, zone_known = excluded.zone_known,
                   locale = excluded.locale, automatic_refunds = excluded.automatic_refunds,
                   refund_approval_limit_krw = excluded.refund_approval_limit_krw, received_at = now()
             where l.version < excluded.version
            returning old.automatic_refunds is null or not old.zone_known as is_new""");

    /// Zones that this process does not know: no other process decides there until its next check.
    private static final NamedQuery ZONES_UNKNOWN = NamedQuery.of("""
            update location_replica set zone_known = false where zone_known and timezone = any(:timezones)""");

    private static final NamedQuery WITHOUT_ZONE = NamedQuery.of(
            "select location_id, timezone from location_replica where not zone_known order by location_id");

    private static final NamedQuery TIMEZONE =
            NamedQuery.of("select timezone from location_replica where location_id = :locationId");

    private static final NamedQuery APPROVAL_LIMIT =
            NamedQuery.of("select refund_approval_limit_krw from location_replica where location_id = :locationId");

    private static final NamedQuery ZONE_KNOWN = NamedQuery.of("""
            update location_replica set zone_known = true
             where not zone_known and location_id = :locationId and timezone = :timezone""");

    private final Pool pool;

    LocationReplicaStore(Pool pool) {
        this.pool = pool;
    }

    public enum UpdateResult {
        /// Nothing was known of it before, or not that it is connected, or not its zone.
        NEW,
        NEWER,
        /// This version, or a newer one, was known already.
        UNCHANGED
    }

    /// @param isZoneKnown integration-service accepts what it knows; where its data are newer, it may not be known here
    public Uni<UpdateResult> upsert(LocationStateV1 location, boolean isZoneKnown) {
        var kakaopay = location.kakaopay();
        Parameters values = Parameters.with("locationId", location.locationId())
                .and("version", location.version())
                .and("timezone", location.timezone())
                .and("zoneKnown", isZoneKnown)
                .and("locale", location.locale())
                .and("refundApprovalLimitKrw", location.refundApprovalLimitKrw())
                .and("automaticRefunds", (Object) (kakaopay == null ? null : kakaopay.automaticRefunds()));
        return UPSERT.run(pool, values).map(rows -> {
            var each = rows.iterator();
            return !each.hasNext()
                    ? UpdateResult.UNCHANGED
                    : each.next().getBoolean("is_new") ? UpdateResult.NEW : UpdateResult.NEWER;
        });
    }

    public Uni<Void> zonesUnknown(Collection<String> timezones) {
        return ZONES_UNKNOWN
                .run(pool, Parameters.with("timezones", timezones.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /// @param timezone its name
    public record WithoutZone(String locationId, String timezone) {}

    public Uni<List<WithoutZone>> withoutZone() {
        return pool.preparedQuery(WITHOUT_ZONE.toString()).execute().map(rows -> rows.stream()
                .map(row -> new WithoutZone(row.getString("location_id"), row.getString("timezone")))
                .toList());
    }

    /// Its name; empty while the location is not known.
    public Uni<Optional<String>> timezone(String locationId) {
        return TIMEZONE.run(pool, Parameters.with("locationId", locationId))
                .map(rows -> rows.stream().map(row -> row.getString("timezone")).findFirst());
    }

    /// In whole won; empty while the location is not known.
    public Uni<Optional<Long>> approvalLimitKrw(String locationId) {
        return APPROVAL_LIMIT
                .run(pool, Parameters.with("locationId", locationId))
                .map(rows -> rows.stream()
                        .map(row -> row.getLong("refund_approval_limit_krw"))
                        .findFirst());
    }

    public Uni<Void> zoneKnown(WithoutZone location) {
        return ZONE_KNOWN
                .run(pool, Parameters.with("locationId", location.locationId()).and("timezone", location.timezone()))
                .replaceWithVoid();
    }
}
