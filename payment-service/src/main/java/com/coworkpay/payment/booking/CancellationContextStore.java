package com.coworkpay.payment.booking;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What is stored about the payables of received cancellations.
@ApplicationScoped
class CancellationContextStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select exists (select from cancellation c where c.location_id = h.location_id
                      and c.payable_type = h.payable_type and c.payable_id = h.payable_id
                      and c.cancellation_id = h.cancellation_id
                      and c.contents = h.contents) as same_is_known,
                   exists (select from cancellation c where c.location_id = h.location_id
                      and c.payable_type = h.payable_type and c.payable_id = h.payable_id
                      and c.cancellation_id = h.cancellation_id) as any_is_known,
                   (select max(p.created_at) from payment p where p.location_id = h.location_id
                       and p.payable_type = h.payable_type and p.payable_id = h.payable_id
                       and p.status = 'PAID' and p.refunded_krw < p.total_krw) as begun_at
              from rows from (jsonb_to_recordset(:received::jsonb) as (location_id text, payable_type text,
                     payable_id text, cancellation_id text, contents text)) with ordinality as h
             order by h.ordinality""");

    private final Pool pool;

    CancellationContextStore(Pool pool) {
        this.pool = pool;
    }

    /// @param sameIsKnown this cancellation, with these contents
    /// @param otherIsKnown this cancellation, with other contents
    /// @param begunAt of the payable's payment, where it is paid and not fully refunded: refund-service
    ///     sets a doubtful cancellation aside with that payment
    record Context(
            boolean sameIsKnown,
            boolean otherIsKnown,
            @Nullable Instant begunAt) {}

    /// In the order of the notices.
    Uni<List<Context>> find(List<CancellationNotice> notices) {
        JsonArray rows = new JsonArray();
        notices.forEach(each -> rows.add(CancelPendingPayments.row(each)));
        return FIND.run(pool, Parameters.with("received", (Object) rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(CancellationContextStore::read)
                        .toList());
    }

    private static Context read(Row row) {
        var begunAt = row.getOffsetDateTime("begun_at");
        boolean same = row.getBoolean("same_is_known");
        return new Context(same, !same && row.getBoolean("any_is_known"), begunAt == null ? null : begunAt.toInstant());
    }
}
