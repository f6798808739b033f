package com.coworkpay.refund.query.persistence;

import com.coworkpay.contracts.Role;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.persistence.DecisionInputRows;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.query.RefundInReview;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
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

    private static final String REFUND = """
            refund_public(r) || jsonb_build_object('note', r.note, 'requestedBy', r.requested_by,
              'lastAnswer', r.last_answer)""";

    private static final NamedQuery FIND = NamedQuery.of("""
            select ledger_state(p, null, null) || jsonb_build_object(
              'refunds', (select coalesce(jsonb_agg(%s order by r.requested_at, r.id), '[]') from refund r
                           where r.payment_id = p.payment_id),
              'decisions', (select coalesce(jsonb_agg(decision_public(d) || jsonb_build_object('evidence', d.evidence,
                              'explanation', jsonb_build_object('ko', d.explanation_ko, 'en', d.explanation_en))
                              order by d.decided_at, d.id), '[]')
                              from (select * from decision o where o.payment_id = p.payment_id
                                     order by o.decided_at desc, o.id desc limit 20) d)) as state
              from paid_payment p where p.payment_id = :paymentId and p.location_id = :locationId""".formatted(REFUND));

    private static final NamedQuery MANUAL_REVIEW = NamedQuery.of("""
            select %s || jsonb_build_object('paymentId', r.payment_id, 'attempts', r.cancel_attempts,
                     'nextCheckAt', refund_instant(r.next_check_at)) as state, r.manual_review_since, r.id
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where p.location_id = :locationId and r.manual_review_since is not null
               and (:since::timestamptz is null or (r.manual_review_since, r.id) > (:since::timestamptz, :id::uuid))
             order by r.manual_review_since, r.id limit :maxRows""".formatted(REFUND));

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

    /// The ledger with every refund and the newest decisions, as events carry it, and what only the location's staff
    /// may see.
    public Uni<Optional<JsonObject>> find(String locationId, UUID paymentId) {
        Parameters values = Parameters.with("paymentId", paymentId).and("locationId", locationId);
        return FIND.run(pool, values).map(rows -> first(rows).map(row -> row.get(JsonObject.class, "state")));
    }

    /// Refunds in manual review, oldest first.
    ///
    /// @param since and `id`: the page begins after it; null for the first one
    public Uni<List<RefundInReview>> inManualReview(
            String locationId, @Nullable Instant since, @Nullable UUID id, int max) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .and("id", (Object) id)
                .and("maxRows", max);
        return MANUAL_REVIEW.run(pool, values).map(rows -> rows.stream()
                .map(row -> new RefundInReview(
                        row.get(JsonObject.class, "state"),
                        row.getOffsetDateTime("manual_review_since").toInstant(),
                        row.getUUID("id")))
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
