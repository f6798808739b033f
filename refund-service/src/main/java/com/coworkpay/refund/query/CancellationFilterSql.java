package com.coworkpay.refund.query;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The filters of cancellations as a condition.
final class CancellationFilterSql {

    private static final String DECIDED = """
            exists (select from paid_payment p join decision d on d.payment_id = p.payment_id
                         and d.cancellation_id = x.cancellation_id and d.edition = x.edition
                     where p.location_id = x.location_id and p.payable_type = x.payable_type
                       and p.payable_id = x.payable_id and %s)""";

    private CancellationFilterSql() {}

    static FilterSql of(String locationId, CancellationFilter filter, ZoneId zone) {
        FilterSql sql = new FilterSql("x", locationId)
                .anyOf("outcome", filter.outcomes())
                .anyOf("canceled_by_role", filter.roles())
                .ifAsked("x.payable_type = :payableType", "payableType", name(filter))
                .ifAsked("x.payable_id = :payableId", "payableId", filter.payableId())
                .ifAsked("x.cancellation_id = :cancellationId", "cancellationId", filter.cancellationId())
                .ifAsked("x.canceled_by = :cancelledBy", "cancelledBy", filter.cancelledBy())
                .days("received_at", filter.from(), filter.to(), zone);
        if (!filter.reasons().isEmpty()) {
            sql.and("(exists (select from set_aside s where s.id = x.set_aside_id and s.reason = any(:reasons)) or "
                            + DECIDED.formatted("d.reason = any(:reasons)") + ")")
                    .value("reasons", filter.reasons().toArray(String[]::new));
        }
        return sql.ifAsked(DECIDED.formatted("d.amount_krw >= :minKrw"), "minKrw", filter.minKrw())
                .ifAsked(DECIDED.formatted("d.amount_krw <= :maxKrw"), "maxKrw", filter.maxKrw());
    }

    private static @Nullable String name(CancellationFilter filter) {
        var type = filter.payableType();
        return type == null ? null : type.name();
    }
}
