package com.coworkpay.payment.location;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Stores the highest version of each location, a batch by one statement. That is all the order and all the
/// deduplication it needs: an event that comes twice or late changes nothing.
@ApplicationScoped
class LocationReplicaStore {

    private static final NamedQuery UPSERT = NamedQuery.of("""
            insert into location_replica (location_id, version, connected, account_id, cid, live, enabled)
            select location_id, version, connected, account_id, cid, live, enabled
              from jsonb_to_recordset(:received::jsonb) as t(location_id text, version bigint, connected boolean,
                     account_id text, cid text, live boolean, enabled text[])
             order by location_id
            on conflict (location_id) do update
               set version = excluded.version, connected = excluded.connected, account_id = excluded.account_id,
                   cid = excluded.cid, live = excluded.live, enabled = excluded.enabled, received_at = now()
             where location_replica.version < excluded.version""");

    private final Pool pool;

    LocationReplicaStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(List<LocationState> states) {
        Map<String, LocationState> latest = new HashMap<>();
        states.forEach(each -> latest.merge(each.locationId(), each, (a, b) -> a.version() < b.version() ? b : a));
        JsonArray rows = new JsonArray();
        latest.values().forEach(each -> rows.add(row(each)));
        return UPSERT.run(pool, Parameters.with("received", (Object) rows)).replaceWithVoid();
    }

    private static JsonObject row(LocationState state) {
        return new JsonObject()
                .put("location_id", state.locationId())
                .put("version", state.version())
                .put("connected", state.connected())
                .put("account_id", state.accountId())
                .put("cid", state.cid())
                .put("live", state.live())
                .put("enabled", new JsonArray(state.enabled()));
    }
}
