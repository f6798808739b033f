package com.coworkpay.refund.settlement.persistence;

import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.settlement.domain.OurCancels;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads what this service has of a payment's cancels.
final class OurCancelRows {

    private OurCancelRows() {}

    static OurCancels read(Row row) {
        UUID id = row.getUUID("id");
        Set<String> knownAids = new HashSet<>();
        Set<String> outsideAids = new HashSet<>();
        Map<UUID, Long> failed = new HashMap<>();
        Set<UUID> succeeded = new HashSet<>();
        boolean othersUnsettled = false;
        for (Object each : row.get(JsonArray.class, "refunds")) {
            JsonObject refund = (JsonObject) each;
            UUID other = UUID.fromString(refund.getString("id"));
            RefundStatus status = RefundStatus.valueOf(refund.getString("status"));
            Set<String> aids = new HashSet<>();
            refund.getJsonArray("aids").forEach(aid -> aids.add((String) aid));
            knownAids.addAll(aids);
            if (Origin.valueOf(refund.getString("origin")) == Origin.OUTSIDE) {
                outsideAids.addAll(aids);
            }
            if (other.equals(id)) {
                continue;
            }
            othersUnsettled |= status.isUnsettled();
            if (status == RefundStatus.FAILED) {
                failed.put(other, refund.getLong("krw"));
            } else if (status == RefundStatus.SUCCEEDED) {
                succeeded.add(other);
            }
        }
        OffsetDateTime notBefore = row.getOffsetDateTime("not_before");
        return new OurCancels(
                id,
                row.getLong("amount_krw"),
                row.getLong("expected_krw"),
                notBefore == null ? null : notBefore.toInstant(),
                row.getBoolean("without_effect"),
                othersUnsettled,
                knownAids,
                outsideAids,
                failed,
                succeeded);
    }
}
