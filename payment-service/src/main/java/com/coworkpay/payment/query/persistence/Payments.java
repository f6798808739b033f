package com.coworkpay.payment.query.persistence;

import com.coworkpay.payment.query.Found;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads payments. Every read takes the location: nobody sees another location's rows.
@ApplicationScoped
public class Payments {

    private static final Statement FIND = Statement.of("""
            select payment_state(p) as state, p.refunded_krw, payment_instant(p.expires_at) as expires_at
              from payment p
             where p.id = :id and p.location_id = :locationId and (:payer::text is null or p.payer_id = :payer::text)""");

    private final Pool pool;

    Payments(Pool pool) {
        this.pool = pool;
    }

    /// @param payer only this payer's own payment is found; null for those who may see all of the location
    public Uni<Optional<Found>> find(String locationId, UUID id, @Nullable String payer) {
        Values values = Values.with("id", id).and("locationId", locationId).and("payer", (Object) payer);
        return FIND.run(pool, values).map(rows -> {
            var each = rows.iterator();
            if (!each.hasNext()) {
                return Optional.empty();
            }
            var row = each.next();
            return Optional.of(new Found(
                    row.get(JsonObject.class, "state"), row.getLong("refunded_krw"), row.getString("expires_at")));
        });
    }
}
