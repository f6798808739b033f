package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.Parameters;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A filter as a condition. Only what is asked for stands in its text, and statuses as they are, so that the database
/// sees which index has them.
final class RefundFilterSql {

    private final StringBuilder sql = new StringBuilder(" where r.location_id = :locationId");
    private final Parameters values;

    private RefundFilterSql(String locationId) {
        values = Parameters.with("locationId", locationId);
    }

    /// Every read takes the location: nobody sees another location's rows.
    static RefundFilterSql of(String locationId, RefundFilter filter, ZoneId zone) {
        RefundFilterSql filterSql = new RefundFilterSql(locationId);
        filterSql.anyOf("status", filter.statuses());
        filterSql.anyOf("origin", filter.origins());
        filterSql.anyOf("failure", filter.failures());
        if (!filter.reasons().isEmpty()) {
            filterSql.and(
                    "r.reason = any(:reasons)", "reasons", filter.reasons().toArray(String[]::new));
        }
        filterSql.ifAsked("r.requested_by = :requestedBy", "requestedBy", filter.requestedBy());
        filterSql.ifAsked("r.payment_id = :paymentId", "paymentId", filter.paymentId());
        filterSql.ifAsked("r.amount_krw >= :minKrw", "minKrw", filter.minKrw());
        filterSql.ifAsked("r.amount_krw <= :maxKrw", "maxKrw", filter.maxKrw());
        LocalDate to = filter.to();
        filterSql.ifAsked("r.requested_at >= :fromAt", "fromAt", start(filter.from(), zone));
        filterSql.ifAsked("r.requested_at < :toAt", "toAt", start(to == null ? null : to.plusDays(1), zone));
        if (filter.inReview() != null) {
            filterSql.sql.append(" and r.manual_review_since is ").append(filter.inReview() ? "not null" : "null");
        }
        return filterSql;
    }

    /// Behind a place in the list, which begins with the newest.
    RefundFilterSql behind(PageCursor.@Nullable InTime after) {
        if (after != null) {
            and(
                    "(r.requested_at, r.id) < (:beforeAt, :beforeId)",
                    "beforeAt",
                    after.at().atOffset(ZoneOffset.UTC));
            values.and("beforeId", after.id());
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Parameters values() {
        return values;
    }

    private void anyOf(String column, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            sql.append(values.stream()
                    .map(word -> "'" + word.name() + "'")
                    .collect(Collectors.joining(", ", " and r." + column + " in (", ")")));
        }
    }

    private void ifAsked(String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(condition, name, value);
        }
    }

    private void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        values.and(name, value);
    }

    /// A day begins at its first moment in the zone, which need not be midnight.
    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
