package com.coworkpay.refund.query;

import java.time.ZoneId;

/// The filters of refunds as a condition.
final class RefundFilterSql {

    private RefundFilterSql() {}

    static FilterSql of(String locationId, RefundFilter filter, ZoneId zone) {
        FilterSql sql = new FilterSql("r", locationId)
                .anyOf("status", filter.statuses())
                .anyOf("origin", filter.origins())
                .anyOf("failure", filter.failures());
        if (!filter.reasons().isEmpty()) {
            sql.and("r.reason = any(:reasons)")
                    .value("reasons", filter.reasons().toArray(String[]::new));
        }
        sql.ifAsked("r.requested_by = :requestedBy", "requestedBy", filter.requestedBy())
                .ifAsked("r.payment_id = :paymentId", "paymentId", filter.paymentId())
                .ifAsked("r.amount_krw >= :minKrw", "minKrw", filter.minKrw())
                .ifAsked("r.amount_krw <= :maxKrw", "maxKrw", filter.maxKrw())
                .days("requested_at", filter.from(), filter.to(), zone);
        if (filter.inReview() != null) {
            sql.and("r.manual_review_since is " + (filter.inReview() ? "not null" : "null"));
        }
        return sql;
    }
}
