package com.coworkpay.payment.location;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps the highest version of each location. That is all the order and all the deduplication it needs: an event that
/// comes twice or late changes nothing, so no inbox is asked.
@ApplicationScoped
class LocationCopies {

    private static final Statement KEEP = Statement.of("""
            insert into location_copy (location_id, version, connected, account_id, cid, live, enabled)
            values (:locationId, :version, :connected, :accountId, :cid, :live, :enabled)
            on conflict (location_id) do update
               set version = excluded.version, connected = excluded.connected, account_id = excluded.account_id,
                   cid = excluded.cid, live = excluded.live, enabled = excluded.enabled, received_at = now()
             where location_copy.version < excluded.version""");

    private final Pool pool;

    LocationCopies(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(LocationState state) {
        Values values = Values.with("locationId", state.locationId())
                .and("version", state.version())
                .and("connected", state.connected())
                .and("accountId", (Object) state.accountId())
                .and("cid", (Object) state.cid())
                .and("live", (Object) state.live())
                .and("enabled", state.enabled().toArray(String[]::new));
        return KEEP.run(pool, values).replaceWithVoid();
    }
}
