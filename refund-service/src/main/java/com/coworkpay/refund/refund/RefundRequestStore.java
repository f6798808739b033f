package com.coworkpay.refund.refund;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what an administrator's request for a refund is about.
@ApplicationScoped
class RefundRequestStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select l.ledger::text as ledger, e.id as earlier_id, e.request_hash::text as request_hash,
                   o.refund_approval_limit_krw, o.version as location_version, now() as now
              from ledger l left join location_replica o on o.location_id = l.location_id
              left join refund e on e.caller = :caller and e.idempotency_key = :key
             where l.payment_id = :paymentId and l.location_id = :locationId""");

    private final Pool pool;

    RefundRequestStore(Pool pool) {
        this.pool = pool;
    }

    /// @param existing the refund of the same caller and key, whatever payment it is of
    /// @param limit absent while the location is not known
    public record Found(
            ReadLedger read,
            @Nullable ExistingRefund existing,
            @Nullable ApprovalLimit limit) {}

    public record ExistingRefund(UUID refundId, String requestHash) {
        public boolean isSame(NewRefund newRefund) {
            return requestHash.equals(newRefund.requestHash());
        }
    }

    /// Empty if no such payment is known to be paid at this location.
    public Uni<Optional<Found>> find(NewRefund newRefund) {
        Parameters values = Parameters.with("paymentId", newRefund.paymentId())
                .and("locationId", newRefund.locationId())
                .and("caller", newRefund.caller())
                .and("key", newRefund.idempotencyKey());
        return FIND.run(pool, values).map(rows -> rows.stream().findFirst().map(RefundRequestStore::found));
    }

    private static Found found(Row row) {
        Ledger ledger = RowJson.read(row.getString("ledger"), Ledger.class);
        UUID id = row.getUUID("earlier_id");
        Long limitKrw = row.getLong("refund_approval_limit_krw");
        return new Found(
                new ReadLedger(ledger, DatabaseTime.of(row)),
                id == null ? null : new ExistingRefund(id, row.getString("request_hash")),
                limitKrw == null ? null : new ApprovalLimit(limitKrw, row.getLong("location_version")));
    }
}
