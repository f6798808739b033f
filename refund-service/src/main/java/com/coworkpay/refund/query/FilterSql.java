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

/// A filter as a condition. Only what is asked for stands in its text, and enums as they are, so that the database
/// sees which index has them.
final class FilterSql {

    private final StringBuilder sql;
    private final Parameters values;
    private final String alias;

    /// Every read takes the location: nobody sees another location's rows.
    ///
    /// @param alias of the rows in the statement
    FilterSql(String alias, String locationId) {
        this.alias = alias;
        this.sql = new StringBuilder(" where " + alias + ".location_id = :locationId");
        this.values = Parameters.with("locationId", locationId);
    }

    FilterSql anyOf(String column, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            sql.append(values.stream()
                    .map(word -> "'" + word.name() + "'")
                    .collect(Collectors.joining(", ", " and " + alias + "." + column + " in (", ")")));
        }
        return this;
    }

    FilterSql ifAsked(String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(condition).values.and(name, value);
        }
        return this;
    }

    /// Without values of the caller's.
    FilterSql and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    FilterSql value(String name, Object value) {
        values.and(name, value);
        return this;
    }

    /// Days of the location, both inclusive.
    FilterSql days(String column, @Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        String time = alias + "." + column;
        return ifAsked(time + " >= :fromAt", "fromAt", start(from, zone))
                .ifAsked(time + " < :toAt", "toAt", start(to == null ? null : to.plusDays(1), zone));
    }

    /// Behind a place in the list, which begins with the newest.
    FilterSql behind(String column, PageCursor.@Nullable InTime after) {
        if (after != null) {
            and("(%s.%s, %s.id) < (:beforeAt, :beforeId)".formatted(alias, column, alias));
            values.and("beforeAt", after.at().atOffset(ZoneOffset.UTC));
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

    /// A day begins at its first moment in the zone, which need not be midnight.
    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
