package com.coworkpay.payment.replica;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Payments that wait for their merchant account: their approve could not be sent, or its outcome could not be
/// inquired, even after they were over. An event of their location (a new key, connected again) makes them due at once.
/// An inquiry that is under way with the old key does not put it off again. Rows are locked in the order of their ids.
@ApplicationScoped
class WaitingPaymentStore {

    private static final NamedQuery WAKE = NamedQuery.of("""
            update payment p set version = version + 1, next_check_at = now(), check_attempts = 0
              from (select id from payment
                     where next_check_at > now() and location_id = any (:locations::text[])
                       and (status = 'UNKNOWN' or status = 'WAITING' and pg_token is not null
                            or status in ('CANCELED', 'FAILED') and last_inquiry_result = 'NOTHING_LEARNED')
                     order by id for no key update) as w
             where p.id = w.id and p.next_check_at > now() and p.status || '' in ('UNKNOWN', 'WAITING', 'CANCELED', 'FAILED')""");

    private final Pool pool;

    WaitingPaymentStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> wake(Set<String> locations) {
        return WAKE.run(pool, Parameters.with("locations", (Object) locations.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
