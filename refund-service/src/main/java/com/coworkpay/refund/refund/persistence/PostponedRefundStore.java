package com.coworkpay.refund.refund.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Refunds that are postponed because KakaoPay could not be called.
@ApplicationScoped
public class PostponedRefundStore {

    private static final NamedQuery GO_ON = NamedQuery.of("""
            with waiting as materialized (
              select r.id from refund r join paid_payment p on p.payment_id = r.payment_id
               where r.status in ('REQUESTED', 'UNKNOWN') and r.next_check_at > now() and p.location_id = :locationId
               order by r.id
                 for no key update of r
            )
            update refund r set next_check_at = now(), check_attempts = 0
              from waiting w
             where r.id = w.id and r.status in ('REQUESTED', 'UNKNOWN') and r.next_check_at > now()""");

    private final Pool pool;

    PostponedRefundStore(Pool pool) {
        this.pool = pool;
    }

    /// There is news of the location, a new key perhaps: nobody waits for the end of a pause.
    public Uni<Void> goOn(String locationId) {
        return GO_ON.run(pool, Parameters.with("locationId", locationId)).replaceWithVoid();
    }
}
