package com.coworkpay.platform.audit;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.RowReader;
import io.vertx.core.json.JsonObject;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row as it was read.
record AuditRow(
        UUID id,
        Instant at,
        String action,
        String outcome,
        String actor,
        String address,
        @Nullable String traceId,
        ObjectType objectType,
        String objectId,
        @Nullable UUID paymentId,
        @Nullable String why,
        JsonObject before,
        JsonObject after) {

    static final RowReader<AuditRow> READER =
            RowReader.of(MethodHandles.lookup(), AuditRow.class, Map.of(JsonObject.class, JsonObject.class::cast));

    PageCursor.InTime place() {
        return new PageCursor.InTime(at, id);
    }
}
