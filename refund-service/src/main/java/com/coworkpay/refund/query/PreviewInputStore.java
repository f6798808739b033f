package com.coworkpay.refund.query;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.DecisionFacts;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a preview is decided by. The read takes the location: nobody sees another location's payment.
@ApplicationScoped
class PreviewInputStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select i.overpaid, i.payable_type, i.owner_role, i.policy, i.approved_at, i.paid_start_at, i.paid_day,
                   i.paid_day_start, i.moved_at, i.moved_start_at, i.moved_day, i.moved_day_start, i.timezone,
                   i.automatic_refunds, i.refund_approval_limit_krw, i.location_version, i.earlier_refund,
                   l.ledger::text as ledger, now() as now
              from decision_input i join ledger l on l.payment_id = i.payment_id
             where i.is_decidable and i.payment_id = :paymentId and i.location_id = :locationId
               and (:payer::text is null or i.payer_id = :payer::text)""");

    private final Pool pool;

    PreviewInputStore(Pool pool) {
        this.pool = pool;
    }

    /// @param now by the database's clock
    public record PreviewInput(DecisionFacts facts, Ledger ledger, Instant now) {
        static PreviewInput of(Row row) {
            return new PreviewInput(
                    DecisionFacts.of(row),
                    RowJson.read(row.getString("ledger"), Ledger.class),
                    row.getOffsetDateTime("now").toInstant());
        }
    }

    /// Empty where nothing would be decided, too: the zone or the terms are not known.
    ///
    /// @param payer only this payer's own payment is found; null for those who may see all of the location
    public Uni<Optional<PreviewInput>> find(String locationId, UUID paymentId, @Nullable String payer) {
        Parameters values = Parameters.with("paymentId", paymentId)
                .and("locationId", locationId)
                .and("payer", (Object) payer);
        return FIND.run(pool, values).map(rows -> rows.stream()
                .map(PreviewInput::of)
                .filter(input -> input.facts().isZoneKnown() && input.facts().areTermsKnown())
                .findFirst());
    }
}
