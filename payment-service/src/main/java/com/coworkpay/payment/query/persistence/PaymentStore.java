package com.coworkpay.payment.query.persistence;

import com.coworkpay.payment.query.PaymentDetails;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads payments. Every read takes the location: nobody sees another location's rows.
@ApplicationScoped
public class PaymentStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select payment_state(p) as state, greatest(p.refunded_krw, c.refunded_krw) as refunded_krw,
                   coalesce(c.reserved_krw, 0) as refund_pending_krw, coalesce(c.refunds, '[]') as refunds,
                   payment_instant(p.expires_at) as expires_at, p.decline_code,
                   case when p.status in ('WAITING', 'APPROVING', 'UNKNOWN') or p.unsettled_since is not null
                     then payment_instant(p.manual_review_since) end as manual_review_since
              from payment p left join refund_replica c on c.payment_id = p.id
             where p.id = :id and p.location_id = :locationId and (:payer::text is null or p.payer_id = :payer::text)""");

    private final Pool pool;

    PaymentStore(Pool pool) {
        this.pool = pool;
    }

    /// @param payer only this payer's own payment is found; null for those who may see all of the location
    public Uni<Optional<PaymentDetails>> find(String locationId, UUID id, @Nullable String payer) {
        Parameters values =
                Parameters.with("id", id).and("locationId", locationId).and("payer", (Object) payer);
        return FIND.run(pool, values).map(rows -> {
            var each = rows.iterator();
            if (!each.hasNext()) {
                return Optional.empty();
            }
            var row = each.next();
            return Optional.of(new PaymentDetails(
                    row.get(JsonObject.class, "state"),
                    row.getLong("refunded_krw"),
                    row.getLong("refund_pending_krw"),
                    row.get(JsonArray.class, "refunds"),
                    row.getString("expires_at"),
                    row.getString("decline_code"),
                    row.getString("manual_review_since")));
        });
    }
}
