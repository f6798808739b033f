package com.coworkpay.platform.audit;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads pages of audit rows.
@ApplicationScoped
class AuditPageStore {

    private final Pool pool;

    AuditPageStore(Pool pool) {
        this.pool = pool;
    }

    /// At most so many, newest first, from behind the place.
    Uni<List<AuditRow>> page(AuditFilter filter, PageCursor.@Nullable InTime after, int max) {
        Text text = new Text(filter.locationId());
        text.equal("object_type", "objectType", filter.objectType());
        text.equal("object_id", "objectId", filter.objectId());
        if (filter.paymentId() != null) {
            text.and("a.payment_id = :paymentId", "paymentId", filter.paymentId());
        }
        text.equal("actor", "actor", filter.actor());
        if (!filter.actions().isEmpty()) {
            text.and("a.action = any (:actions)", "actions", filter.actions().toArray(String[]::new));
        }
        if (filter.from() != null) {
            text.and("a.at >= :from", "from", utc(filter.from()));
        }
        if (filter.to() != null) {
            text.and("a.at < :to", "to", utc(filter.to()));
        }
        if (after != null) {
            text.and("(a.at, a.id) < (:beforeAt, :beforeId)", "beforeAt", utc(after.at()));
            text.values.and("beforeId", after.id());
        }
        text.values.and("max", max);
        return NamedQuery.of(text.sql + " order by a.at desc, a.id desc limit :max")
                .run(pool, text.values)
                .map(rows -> rows.stream().map(AuditRow.READER::read).toList());
    }

    /// Only what is asked for stands in it: there are few such texts, and each has the plan that fits it.
    private static final class Text {

        private final StringBuilder sql = new StringBuilder();
        private final Parameters values;

        Text(@Nullable String locationId) {
            sql.append("select ").append(AuditRow.READER.columns("a")).append(" from audit a where ");
            if (locationId == null) {
                sql.append("a.location_id is null");
                values = Parameters.none();
            } else {
                sql.append("a.location_id = :locationId");
                values = Parameters.with("locationId", locationId);
            }
        }

        void equal(String column, String name, @Nullable Object value) {
            if (value != null) {
                and("a." + column + " = :" + name, name, value.toString());
            }
        }

        void and(String condition, String name, Object value) {
            sql.append(" and ").append(condition);
            values.and(name, value);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
