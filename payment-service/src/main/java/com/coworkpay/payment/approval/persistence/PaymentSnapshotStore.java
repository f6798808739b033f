package com.coworkpay.payment.approval.persistence;

import com.coworkpay.payment.approval.domain.PaymentSnapshot;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.persistence.ActivePaymentSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads the snapshot of a payment that a payer's return decides on.
@ApplicationScoped
public class PaymentSnapshotStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select p.id, p.version, p.status, p.return_url, coalesce(now() >= p.expires_at, false) as expired,
                   exists (select from effective_cancellation c where c.location_id = p.location_id
                              and c.payable_type = p.payable_type and c.payable_id = p.payable_id) as payable_canceled,
                   (select s.status from payment s where s.location_id = p.location_id
                       and s.payable_type = p.payable_type and s.payable_id = p.payable_id and s.id <> p.id
                       and\s""" + ActivePaymentSql.isActive("s") + """
            ) as slot_holder
              from payment p where p.id = :id""");

    private final Pool pool;

    PaymentSnapshotStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<PaymentSnapshot>> find(UUID id) {
        return FIND.run(pool, Parameters.with("id", id)).map(rows -> {
            var each = rows.iterator();
            return each.hasNext() ? Optional.of(read(each.next())) : Optional.empty();
        });
    }

    private static PaymentSnapshot read(Row row) {
        String holder = row.getString("slot_holder");
        return new PaymentSnapshot(
                row.getUUID("id"),
                row.getLong("version"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("return_url"),
                row.getBoolean("expired"),
                row.getBoolean("payable_canceled"),
                holder == null ? null : PaymentStatus.valueOf(holder));
    }
}
