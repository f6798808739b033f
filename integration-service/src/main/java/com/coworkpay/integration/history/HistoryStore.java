package com.coworkpay.integration.history;

import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the audit rows that people ask about; index `audit_history` has the same condition.
@ApplicationScoped
class HistoryStore {

    /// A row of the audit trail.
    ///
    /// @param keyLastFour of the credential that was concerned
    record AuditedChange(
            UUID id,
            Instant at,
            IntegrationAction action,
            String outcome,
            String actor,
            String address,
            @Nullable String traceId,
            @Nullable String keyLastFour,
            JsonObject before,
            JsonObject after) {

        PageCursor.InTime place() {
            return new PageCursor.InTime(at, id);
        }
    }

    private static final RowReader<AuditedChange> READER =
            RowReader.of(MethodHandles.lookup(), AuditedChange.class, Map.of(JsonObject.class, JsonObject.class::cast));

    private static final String SELECT = """
            select a.id, a.at, a.action, a.outcome, a.actor, a.address, a.trace_id, a.before, a.after,
                   c.last_four as key_last_four
              from audit a left join credential c
                on c.account_id = case when a.object_type = 'MERCHANT_ACCOUNT' then a.object_id::uuid end
               and c.version = (a.after ->> 'credentialVersion')::bigint
             where a.location_id = :locationId
               and a.action not in ('LOCATION_CREATED', 'LOCATION_CHANGED', 'CREDENTIAL_RELEASED')""";

    private static final String ORDER = " order by a.at desc, a.id desc limit :max";
    private static final NamedQuery FIRST = NamedQuery.of(SELECT + ORDER);
    private static final NamedQuery NEXT = NamedQuery.of(SELECT + " and (a.at, a.id) < (:beforeAt, :beforeId)" + ORDER);

    private final Pool pool;

    HistoryStore(Pool pool) {
        this.pool = pool;
    }

    /// At most so many, newest first, from behind the place.
    Uni<List<AuditedChange>> page(String locationId, PageCursor.@Nullable InTime after, int max) {
        var values = Parameters.with("locationId", locationId).and("max", max);
        if (after != null) {
            values.and("beforeAt", after.at().atOffset(ZoneOffset.UTC)).and("beforeId", after.id());
        }
        return (after == null ? FIRST : NEXT)
                .run(pool, values)
                .map(rows -> rows.stream().map(READER::read).toList());
    }
}
