package com.coworkpay.payment.query;

import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A filter as a condition. Only what is asked for stands in its text: there are few such texts, and each has the plan
/// that fits it.
final class PaymentFilterSql {

    private final StringBuilder sql = new StringBuilder("where p.location_id = :locationId");
    private final Parameters values;

    private PaymentFilterSql(String locationId) {
        values = Parameters.with("locationId", locationId);
    }

    /// @param onlyOfPayer the payer's own; null: all of the location's
    /// @param after the page begins after it
    static PaymentFilterSql of(
            String locationId,
            @Nullable String onlyOfPayer,
            PaymentFilter filter,
            ZoneId zone,
            PageCursor.@Nullable InTime after) {
        PaymentFilterSql text = new PaymentFilterSql(locationId);
        if (onlyOfPayer != null) {
            text.and("p.payer_id = :onlyOfPayer", "onlyOfPayer", onlyOfPayer);
        }
        text.equalities(filter);
        text.days(filter, zone);
        text.amounts(filter);
        if (after != null) {
            text.and("(p.created_at, p.id) < (:beforeAt, :beforeId)", "beforeAt", utc(after.at()));
            text.values.and("beforeId", after.id());
        }
        return text;
    }

    String sql() {
        return sql.toString();
    }

    Parameters values() {
        return values;
    }

    private void equalities(PaymentFilter filter) {
        if (!filter.statuses().isEmpty()) {
            String[] stored = Arrays.stream(PaymentStatus.values())
                    .filter(status -> filter.statuses().contains(status.publicStatus()))
                    .map(Enum::name)
                    .toArray(String[]::new);
            and("p.status = any (:statuses)", "statuses", stored);
        }
        if (!filter.payableTypes().isEmpty()) {
            and("p.payable_type = any (:payableTypes)", "payableTypes", names(filter.payableTypes()));
        }
        if (filter.payableId() != null) {
            and("p.payable_id = :payableId", "payableId", filter.payableId());
        }
        if (filter.payerId() != null) {
            and("p.payer_id = :payerId", "payerId", filter.payerId());
        }
        if (filter.checkouts() != null) {
            and("(p.checkout_id is not null) = :checkouts", "checkouts", filter.checkouts());
        }
    }

    /// A day begins at its first moment in the zone, which need not be midnight, and ends where the next one begins.
    private void days(PaymentFilter filter, ZoneId zone) {
        LocalDate from = filter.from();
        if (from != null) {
            and("p.created_at >= :fromAt", "fromAt", utc(from.atStartOfDay(zone).toInstant()));
        }
        LocalDate to = filter.to();
        if (to != null) {
            and(
                    "p.created_at < :toAt",
                    "toAt",
                    utc(to.plusDays(1).atStartOfDay(zone).toInstant()));
        }
    }

    private void amounts(PaymentFilter filter) {
        if (filter.minKrw() != null) {
            and("p.total_krw >= :minKrw", "minKrw", filter.minKrw());
        }
        if (filter.maxKrw() != null) {
            and("p.total_krw <= :maxKrw", "maxKrw", filter.maxKrw());
        }
    }

    private void and(String condition, String name, @Nullable Object value) {
        sql.append(" and ").append(condition);
        values.and(name, value);
    }

    private static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
