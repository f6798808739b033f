package com.coworkpay.refund.settlement;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Lists refunds in manual review.
@ApplicationScoped
class ManualReviewStore {

    private static final NamedQuery LIST = NamedQuery.of("""
            select r.id, r.manual_review_since, row_to_json(r)::text as refund
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where p.location_id = :locationId and r.manual_review_since is not null
               and (:since::timestamptz is null or (r.manual_review_since, r.id) > (:since::timestamptz, :id::uuid))
             order by r.manual_review_since, r.id limit :maxRows""");

    private static final Logger LOG = Logger.getLogger(ManualReviewStore.class);

    /// @param refund null: this process cannot read it (a newer one may have written it)
    record Found(PageCursor.InTime place, @Nullable Refund refund) {}

    private final Pool pool;

    ManualReviewStore(Pool pool) {
        this.pool = pool;
    }

    /// Refunds in manual review, oldest first.
    ///
    /// @param since and `id`: the page begins after it; null for the first one
    Uni<List<Found>> inManualReview(String locationId, @Nullable Instant since, @Nullable UUID id, int max) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .and("id", (Object) id)
                .and("maxRows", max);
        return LIST.run(pool, values)
                .map(rows -> rows.stream().map(ManualReviewStore::found).toList());
    }

    private static Found found(Row row) {
        UUID id = row.getUUID("id");
        var place = new PageCursor.InTime(
                row.getOffsetDateTime("manual_review_since").toInstant(), id);
        try {
            return new Found(place, RowJson.read(row.getString("refund"), Refund.class));
        } catch (RuntimeException unreadable) {
            LOG.errorf(unreadable, "refund %s is in manual review and cannot be read", id);
            return new Found(place, null);
        }
    }
}
