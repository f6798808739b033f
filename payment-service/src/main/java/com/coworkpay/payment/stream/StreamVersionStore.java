package com.coworkpay.payment.stream;

import com.coworkpay.payment.stream.StreamKey.Kind;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads the versions of all that is streamed, by one statement.
@ApplicationScoped
class StreamVersionStore {

    private static final NamedQuery VERSIONS = NamedQuery.of("""
            select 'PAYMENT' as kind, id, version from payment where id = any (:payments::uuid[])
            union all
            select 'CHECKOUT', checkout_id, sum(version)::bigint from payment
             where checkout_id = any (:checkouts::uuid[]) group by checkout_id""");

    private final Pool pool;

    StreamVersionStore(Pool pool) {
        this.pool = pool;
    }

    /// Of a checkout: of all its attempts together. Without an attempt it has none here.
    Uni<Map<StreamKey, Long>> versions(Set<StreamKey> keys) {
        Parameters values = Parameters.with("payments", (Object) ids(keys, Kind.PAYMENT))
                .and("checkouts", (Object) ids(keys, Kind.CHECKOUT));
        return VERSIONS.run(pool, values).map(rows -> {
            Map<StreamKey, Long> versions = new HashMap<>();
            rows.forEach(row -> versions.put(
                    new StreamKey(Kind.valueOf(row.getString("kind")), row.getUUID("id")), row.getLong("version")));
            return versions;
        });
    }

    private static UUID[] ids(Set<StreamKey> keys, Kind kind) {
        return keys.stream()
                .filter(key -> key.kind() == kind)
                .map(StreamKey::id)
                .toArray(UUID[]::new);
    }
}
