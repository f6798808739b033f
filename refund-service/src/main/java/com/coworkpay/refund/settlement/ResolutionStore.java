package com.coworkpay.refund.settlement;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.Resolution;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Finds resolutions; they are written with the change of the ledger.
@ApplicationScoped
class ResolutionStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select row_to_json(s)::text as resolution, r.status from resolution s join refund r on r.id = s.refund_id
             where s.resolved_by = :resolvedBy and s.idempotency_key = :key""");

    private final Pool pool;

    ResolutionStore(Pool pool) {
        this.pool = pool;
    }

    /// What this person resolved under this key.
    public Uni<Optional<StoredResolution>> find(NewResolution newResolution) {
        Parameters values =
                Parameters.with("resolvedBy", newResolution.resolvedBy()).and("key", newResolution.idempotencyKey());
        return FIND.run(pool, values).map(rows -> rows.stream().findFirst().map(ResolutionStore::stored));
    }

    private static StoredResolution stored(Row row) {
        return new StoredResolution(
                RowJson.read(row.getString("resolution"), Resolution.class),
                RefundStatus.valueOf(row.getString("status")));
    }
}
