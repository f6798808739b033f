package com.coworkpay.payment.booking;

import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Stores restores of the booking system, a batch by one statement: the latest of each. Nothing else changes: a
/// payable is cancelled while a cancellation of it is effective (the view `effective_cancellation`), and what is paid
/// keeps its slot until it is refunded.
@ApplicationScoped
class BookingRestoreStore {

    private static final NamedQuery UPSERT = NamedQuery.of("""
            insert into restoration as r (location_id, payable_type, payable_id, cancellation_id, restored_at)
            select location_id, payable_type, payable_id, cancellation_id, max(restored_at)
              from jsonb_to_recordset(:restored::jsonb) as h(location_id text, payable_type text, payable_id text,
                     cancellation_id text, restored_at timestamptz)
             group by location_id, payable_type, payable_id, cancellation_id
             order by location_id, payable_type, payable_id, cancellation_id
            on conflict (location_id, payable_type, payable_id, cancellation_id) do update
               set restored_at = excluded.restored_at, received_at = now()
             where r.restored_at < excluded.restored_at""");

    private final Pool pool;

    BookingRestoreStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(List<BookingRestored> restores) {
        if (restores.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        restores.forEach(each -> rows.add(row(each)));
        return UPSERT.run(pool, Parameters.with("restored", (Object) rows)).replaceWithVoid();
    }

    private static JsonObject row(BookingRestored restore) {
        String cancellationId = restore.cancellationId();
        return new JsonObject()
                .put("location_id", restore.payable().locationId())
                .put("payable_type", restore.payable().type())
                .put("payable_id", restore.payable().id())
                .put("cancellation_id", cancellationId == null ? "" : cancellationId)
                .put("restored_at", restore.restoredAt().toString());
    }
}
