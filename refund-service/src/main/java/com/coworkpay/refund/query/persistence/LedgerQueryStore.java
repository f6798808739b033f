package com.coworkpay.refund.query.persistence;

import com.coworkpay.contracts.Role;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.persistence.DecisionInputRows;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.persistence.RowJson;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads refunds and decisions. Every read takes the location: nobody sees another location's rows.
@ApplicationScoped
public class LedgerQueryStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select ledger::text as ledger from ledger where payment_id = :paymentId and location_id = :locationId""");

    private static final NamedQuery MANUAL_REVIEW = NamedQuery.of("""
            select row_to_json(r)::text as refund
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where p.location_id = :locationId and r.manual_review_since is not null
               and (:since::timestamptz is null or (r.manual_review_since, r.id) > (:since::timestamptz, :id::uuid))
             order by r.manual_review_since, r.id limit :maxRows""");

    private static final NamedQuery PREVIEW_INPUT =
            NamedQuery.of("select now() as at, " + DecisionInputRows.COLUMNS + """
              from paid_payment p
            """ + DecisionInputRows.JOINS + """
             where p.payment_id = :paymentId and p.location_id = :locationId
               and (:payer::text is null or p.payer_id = :payer::text)""");

    private final Pool pool;

    LedgerQueryStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Ledger>> find(String locationId, UUID paymentId) {
        Parameters values = Parameters.with("paymentId", paymentId).and("locationId", locationId);
        return FIND.run(pool, values)
                .map(rows -> first(rows).map(row -> RowJson.read(row.getString("ledger"), Ledger.class)));
    }

    /// Refunds in manual review, oldest first.
    ///
    /// @param since and `id`: the page begins after it; null for the first one
    public Uni<List<Refund>> inManualReview(String locationId, @Nullable Instant since, @Nullable UUID id, int max) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .and("id", (Object) id)
                .and("maxRows", max);
        return MANUAL_REVIEW.run(pool, values).map(rows -> rows.stream()
                .map(row -> RowJson.read(row.getString("refund"), Refund.class))
                .toList());
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
