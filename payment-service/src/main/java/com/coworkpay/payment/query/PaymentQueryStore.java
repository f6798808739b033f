package com.coworkpay.payment.query;

import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads payments. Every read takes the location: nobody sees another location's rows.
@ApplicationScoped
class PaymentQueryStore {

    private static final String SELECT = """
            select %s, now() as now, greatest(p.refunded_krw, c.refunded_krw) as published_refunded_krw,
                   coalesce(c.reserved_krw, 0) as refund_pending_krw, coalesce(c.refunds, '[]') as refunds
              from payment p left join refund_replica c on c.payment_id = p.id
            """.formatted(PaymentSnapshot.columns("p"));

    private static final NamedQuery FIND = NamedQuery.of(SELECT + """
             where p.id = :id and p.location_id = :locationId and (:payer::text is null or p.payer_id = :payer::text)""");

    private static final NamedQuery OF_CHECKOUT = NamedQuery.of(SELECT + """
             where p.checkout_id = :checkoutId order by p.created_at desc, p.id desc""");

    private static final NamedQuery TIMEZONE =
            NamedQuery.of("select timezone from location_replica where location_id = :locationId");

    private final Pool pool;

    PaymentQueryStore(Pool pool) {
        this.pool = pool;
    }

    /// @param payer only this payer's own payment is found; null for those who may see all of the location
    public Uni<Optional<PaymentDetails>> find(String locationId, UUID id, @Nullable String payer) {
        Parameters values =
                Parameters.with("id", id).and("locationId", locationId).and("payer", (Object) payer);
        return FIND.run(pool, values).map(rows -> details(rows).findFirst());
    }

    /// The attempts to pay a checkout, newest first.
    Uni<List<PaymentDetails>> ofCheckout(UUID checkoutId) {
        return OF_CHECKOUT.run(pool, Parameters.with("checkoutId", checkoutId)).map(rows -> details(rows)
                .toList());
    }

    /// Newest first.
    Uni<List<PaymentDetails>> page(PaymentFilterSql filter, int limit) {
        return NamedQuery.of(pageSql(filter))
                .run(pool, filter.values().and("limit", limit))
                .map(rows -> details(rows).toList());
    }

    static String pageSql(PaymentFilterSql filter) {
        return SELECT + filter.sql() + " order by p.created_at desc, p.id desc limit :limit";
    }

    /// Empty for a location that is not known here (yet).
    Uni<Optional<String>> timezone(String locationId) {
        return TIMEZONE.run(pool, Parameters.with("locationId", locationId))
                .map(rows -> rows.stream().findFirst().map(row -> row.getString("timezone")));
    }

    private static Stream<PaymentDetails> details(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> new PaymentDetails(
                        PaymentSnapshot.of(row).payment(),
                        row.getLong("published_refunded_krw"),
                        row.getLong("refund_pending_krw"),
                        row.get(JsonArray.class, "refunds"),
                        true));
    }
}
