package com.coworkpay.payment.replica;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PayableType;
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
import org.jspecify.annotations.Nullable;

/// Stores the highest version of each location, a batch by one statement. That is all the order and all the
/// deduplication it needs: an event that comes twice or late changes nothing.
@ApplicationScoped
class LocationReplicaStore {

    private static final NamedQuery UPSERT = NamedQuery.of("""
            insert into location_replica (location_id, version, connected, account_id, cid, live, enabled, title, timezone,
                                          locale, seller)
            select location_id, version, connected, account_id, cid, live, enabled, title, timezone, locale, seller
              from jsonb_to_recordset(:received::jsonb) as t(location_id text, version bigint, connected boolean,
                     account_id text, cid text, live boolean, enabled text[], title text, timezone text, locale text,
                     seller jsonb)
             order by location_id
            on conflict (location_id) do update
               set version = excluded.version, connected = excluded.connected, account_id = excluded.account_id,
                   cid = excluded.cid, live = excluded.live, enabled = excluded.enabled,
                   title = excluded.title, timezone = excluded.timezone, locale = excluded.locale,
                   seller = excluded.seller, received_at = now()
             where location_replica.version < excluded.version""");

    private final Pool pool;

    LocationReplicaStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(List<LocationStateV1> states) {
        Map<String, LocationStateV1> latest = new HashMap<>();
        states.forEach(each -> latest.merge(each.locationId(), each, (a, b) -> a.version() < b.version() ? b : a));
        JsonArray rows = new JsonArray();
        latest.values().forEach(each -> rows.add(row(each)));
        return UPSERT.run(pool, Parameters.with("received", (Object) rows)).replaceWithVoid();
    }

    /// Whether and through which account KakaoPay takes new payments, and of which types of payable.
    private static JsonObject row(LocationStateV1 state) {
        JsonObject row = new JsonObject()
                .put("location_id", state.locationId())
                .put("version", state.version())
                .put("connected", state.activeAccount().isPresent())
                .put("enabled", enabled(state))
                .put("title", state.title())
                .put("timezone", state.timezone())
                .put("locale", state.locale())
                .put("seller", seller(state.seller()));
        state.activeAccount()
                .ifPresent(account -> row.put("account_id", account.accountId().toString())
                        .put("cid", account.cid())
                        .put("live", account.live()));
        return row;
    }

    private static @Nullable JsonObject seller(LocationStateV1.@Nullable Seller seller) {
        return seller == null
                ? null
                : new JsonObject()
                        .put("name", seller.name())
                        .put("businessNumber", seller.businessNumber())
                        .put("representative", seller.representative())
                        .put("address", seller.address())
                        .put("phone", seller.phone());
    }

    /// A type that is not named is off; one that is not known here takes no payments here.
    private static JsonArray enabled(LocationStateV1 state) {
        JsonArray enabled = new JsonArray();
        if (state.kakaopay() != null) {
            Map<String, Boolean> payables = state.kakaopay().payables();
            for (PayableType type : PayableType.values()) {
                if (payables.getOrDefault(type.name(), false)) {
                    enabled.add(type.name());
                }
            }
        }
        return enabled;
    }
}
