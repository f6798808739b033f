package com.coworkpay.refund.refund;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Refunds that are postponed because KakaoPay could not be called.
@ApplicationScoped
public class PostponedRefundStore {

    private static final NamedQuery RESUME = NamedQuery.of("""
            with postponed as materialized (
              select r.id from refund r join paid_payment p on p.payment_id = r.payment_id
               where r.status in ('REQUESTED', 'UNKNOWN') and r.next_check_at > now() and p.location_id = :locationId
               order by r.id
                 for no key update of r
            )
            update refund r set next_check_at = now(), check_attempts = 0
              from postponed w
             where r.id = w.id and r.status in ('REQUESTED', 'UNKNOWN') and r.next_check_at > now()""");

    private final Pool pool;

    PostponedRefundStore(Pool pool) {
        this.pool = pool;
    }

    /// The location has changed, perhaps it has a new key: the pauses end now.
    public Uni<Void> resume(String locationId) {
        return RESUME.run(pool, Parameters.with("locationId", locationId)).replaceWithVoid();
    }
}
