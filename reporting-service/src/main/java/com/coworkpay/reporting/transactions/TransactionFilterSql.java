package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.reading.ReadContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A filter as a condition. Only what is asked for stands in its text: there are few such texts, and each has the plan
/// that fits it.
final class TransactionFilterSql {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final StringBuilder sql = new StringBuilder();
    private final Parameters values;

    private TransactionFilterSql(ReadContext context, String locationId) {
        sql.append(" where t.side = ").append(context.side()).append(" and t.location_id = :locationId");
        values = Parameters.with("locationId", locationId);
    }

    /// Every read takes the location: nobody sees another location's rows.
    static TransactionFilterSql of(ReadContext context, String locationId, Filter filter) {
        TransactionFilterSql filterSql = new TransactionFilterSql(context, locationId);
        filterSql.days(filter, context.zone());
        filterSql.equalities(filter);
        filterSql.amounts(filter);
        filterSql.search(filter.search());
        return filterSql;
    }

    static TransactionFilterSql one(ReadContext context, String locationId, UUID paymentId) {
        return new TransactionFilterSql(context, locationId).and("t.id = :paymentId", "paymentId", paymentId);
    }

    /// Behind a place in the list, which begins with the newest.
    TransactionFilterSql behind(PageCursor.@Nullable InTime cursor) {
        if (cursor != null) {
            and("(t.occurred_at, t.id) < (:beforeAt, :beforeId)", "beforeAt", utc(cursor.at()));
            values.and("beforeId", cursor.id());
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Parameters values() {
        return values;
    }

    /// A day begins at its first moment in the zone, which need not be midnight, and ends where the next one begins.
    private void days(Filter filter, ZoneId zone) {
        LocalDate from = filter.from();
        if (from != null) {
            and(
                    "t.occurred_at >= :fromAt",
                    "fromAt",
                    utc(from.atStartOfDay(zone).toInstant()));
        }
        LocalDate to = filter.to();
        if (to != null) {
            and(
                    "t.occurred_at < :toAt",
                    "toAt",
                    utc(to.plusDays(1).atStartOfDay(zone).toInstant()));
        }
    }

    private void equalities(Filter filter) {
        if (!filter.statuses().isEmpty()) {
            and("t.status = any(:statuses)", "statuses", names(filter.statuses()));
        }
        if (!filter.types().isEmpty()) {
            and("t.type = any(:types)", "types", names(filter.types()));
        }
        if (!filter.refundStatuses().isEmpty()) {
            and(
                    "t.refund_ids is not null and exists (select from jsonb_to_recordset(t.refunds) as r(status text)"
                            + " where r.status = any(:refundStatuses))",
                    "refundStatuses",
                    names(filter.refundStatuses()));
        }
        if (filter.payerId() != null) {
            and("t.payer_id = :payerId", "payerId", filter.payerId());
        }
        if (filter.payableId() != null) {
            and("t.payable_id = :payableId", "payableId", filter.payableId());
        }
        if (filter.live() != null) {
            and("t.live = :live", "live", filter.live());
        }
    }

    private void amounts(Filter filter) {
        if (filter.minKrw() != null) {
            and("t.total_krw >= :minKrw", "minKrw", filter.minKrw());
        }
        if (filter.maxKrw() != null) {
            and("t.total_krw <= :maxKrw", "maxKrw", filter.maxKrw());
        }
    }

    /// Ids are compared whole, UUIDs in whatever case they are written.
    private void search(@Nullable String id) {
        if (id == null) {
            return;
        }
        boolean isUuid = UUID_FORM.matcher(id).matches();
        String[] spellings = {isUuid ? id.toLowerCase(Locale.ROOT) : id, id};
        and(
                "(%st.tid = :id or t.payable_id = :id or t.payer_id = :id or t.refund_ids && :ids)"
                        .formatted(isUuid ? "t.id = :uuid or " : ""),
                "id",
                id);
        values.and("ids", spellings);
        if (isUuid) {
            values.and("uuid", UUID.fromString(id));
        }
    }

    private TransactionFilterSql and(String condition, String name, @Nullable Object value) {
        sql.append(" and ").append(condition);
        values.and(name, value);
        return this;
    }

    private static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
