package com.coworkpay.payment.review;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Lists the payments in manual review of a location: the same rows as the gauge `coworkpay_payments_manual_review`
/// counts.
@ApplicationScoped
class ReviewStore {

    private static final NamedQuery PAGE = NamedQuery.of("""
            select id, status, payable_type, payable_id, total_krw, live, tid, unsettled_since, manual_review_since,
                   check_attempts, next_check_at, last_inquiry_result, last_answer
              from payment
             where location_id = :locationId and manual_review_since is not null and next_check_at is not null
               and (status in ('WAITING', 'APPROVING', 'UNKNOWN') or unsettled_since is not null)
               and (:since::timestamptz is null or (manual_review_since, id) > (:since::timestamptz, :id::uuid))
             order by manual_review_since, id limit :limit""");

    private static final Logger LOG = Logger.getLogger(ReviewStore.class);

    /// @param review null: this process cannot read it (a newer one may have written it)
    record Found(PageCursor.InTime place, @Nullable Review review) {}

    private final Pool pool;

    ReviewStore(Pool pool) {
        this.pool = pool;
    }

    /// @param after the page begins after it; null for the first one
    public Uni<List<Found>> page(String locationId, PageCursor.@Nullable InTime after, int limit) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("since", after == null ? (Object) null : after.at().atOffset(ZoneOffset.UTC))
                .and("id", after == null ? (Object) null : after.id())
                .and("limit", limit);
        return PAGE.run(pool, values)
                .map(rows -> rows.stream().map(ReviewStore::found).toList());
    }

    private static Found found(Row row) {
        UUID id = row.getUUID("id");
        var place = new PageCursor.InTime(
                row.getOffsetDateTime("manual_review_since").toInstant(), id);
        try {
            return new Found(place, read(row));
        } catch (RuntimeException unreadable) {
            LOG.errorf(unreadable, "payment %s is in manual review and cannot be read", id);
            return new Found(place, null);
        }
    }

    private static Review read(Row row) {
        String lastResult = row.getString("last_inquiry_result");
        return new Review(
                row.getUUID("id"),
                PaymentStatus.valueOf(row.getString("status")).publicStatus(),
                PayableType.valueOf(row.getString("payable_type")),
                row.getString("payable_id"),
                row.getLong("total_krw"),
                row.getBoolean("live"),
                row.getString("tid"),
                instant(row.getOffsetDateTime("unsettled_since")),
                row.getOffsetDateTime("manual_review_since").toInstant(),
                row.getInteger("check_attempts"),
                row.getOffsetDateTime("next_check_at").toInstant(),
                ReviewCase.of(lastResult == null ? null : InquiryResult.valueOf(lastResult)),
                row.getString("last_answer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
