package com.coworkpay.refund.refund.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Refunds that pause because they could not be sent.
@ApplicationScoped
public class WaitingRefunds {

    private static final Statement GO_ON = Statement.of("""
            update refund r set due_at = now(), looks = 0
              from paid_payment p
             where r.status = 'REQUESTED' and r.due_at > now() and p.payment_id = r.payment_id
               and p.location_id = :locationId""");

    private final Pool pool;

    WaitingRefunds(Pool pool) {
        this.pool = pool;
    }

    /// There is news of the location, a new key perhaps: nobody waits for the end of a pause.
    public Uni<Void> goOn(String locationId) {
        return GO_ON.run(pool, Values.with("locationId", locationId)).replaceWithVoid();
    }
}
