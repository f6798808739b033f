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

    /// Laterals: the database would read the whole table of cancellations for an `exists` in the select list.
    private static final NamedQuery FIND = NamedQuery.of("""
            select same.contents is not null as same_is_known, other.contents is not null as any_is_known,
                   paid.created_at as begun_at
              from rows from (jsonb_to_recordset(:received::jsonb) as (location_id text, payable_type text,
                     payable_id text, cancellation_id text, contents text)) with ordinality as h
              left join lateral (select c.contents from cancellation c where c.location_id = h.location_id
                      and c.payable_type = h.payable_type and c.payable_id = h.payable_id
                      and c.cancellation_id = h.cancellation_id and c.contents = h.contents limit 1) same on true
              left join lateral (select c.contents from cancellation c where c.location_id = h.location_id
                      and c.payable_type = h.payable_type and c.payable_id = h.payable_id
                      and c.cancellation_id = h.cancellation_id limit 1) other on true
              left join lateral (select p.created_at from payment p where p.location_id = h.location_id
                      and p.payable_type = h.payable_type and p.payable_id = h.payable_id
                      and payment_holds_slot(p.status, p.refunded_krw, p.total_krw) and p.status || '' = 'PAID'
                    limit 1) paid on true
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
