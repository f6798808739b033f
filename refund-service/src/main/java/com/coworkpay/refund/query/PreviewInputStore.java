package com.coworkpay.refund.query;

import com.coworkpay.contracts.Role;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.DecisionInputRows;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads refunds and decisions. Every read takes the location: nobody sees another location's rows.
@ApplicationScoped
class PreviewInputStore {

    private static final NamedQuery PREVIEW_INPUT =
            NamedQuery.of("select now() as at, " + DecisionInputRows.COLUMNS + """
              from paid_payment p
            """ + DecisionInputRows.JOINS + """
             where p.payment_id = :paymentId and p.location_id = :locationId
               and (:payer::text is null or p.payer_id = :payer::text)""");

    private final Pool pool;

    PreviewInputStore(Pool pool) {
        this.pool = pool;
    }

    /// @param payer only this payer's own payment is found; null for those who may see all of the location
    /// @param at the database's now where absent
    public Uni<Optional<PreviewInput>> previewInput(
            String locationId,
            UUID paymentId,
            @Nullable String payer,
            @Nullable Instant at,
            HypotheticalCancellation hypothetical) {
        Parameters values = Parameters.with("paymentId", paymentId)
                .and("locationId", locationId)
                .and("payer", (Object) payer);
        return PREVIEW_INPUT.run(pool, values).map(rows -> first(rows)
                .filter(DecisionInputRows::isZoneKnown)
                .filter(DecisionInputRows::areTermsKnown)
                .map(row -> toPreviewInput(row, at, hypothetical)));
    }

    private static PreviewInput toPreviewInput(Row row, @Nullable Instant at, HypotheticalCancellation hypothetical) {
        Instant when = at == null ? row.getOffsetDateTime("at").toInstant() : at;
        Role by = hypothetical.by();
        RefundTrigger trigger = row.getBoolean("overpaid")
                ? new RefundTrigger.Overpayment()
                : new RefundTrigger.Canceled(
                        when,
                        by == null ? Role.valueOf(row.getString("owner_role")) : by,
                        hypothetical.orderState(),
                        null);
        return new PreviewInput(when, DecisionInputRows.input(row, trigger, null, null));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var each = rows.iterator();
        return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
    }

    /// Who would cancel (the owner where absent), and the order's state then.
    public record HypotheticalCancellation(
            @Nullable Role by, @Nullable String orderState) {}

    public record PreviewInput(Instant at, DecisionInput input) {}
}
