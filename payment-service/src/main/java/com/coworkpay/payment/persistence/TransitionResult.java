package com.coworkpay.payment.persistence;

import com.coworkpay.payment.domain.PaymentStatus;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Optional;

/// A transition that the database accepted.
public record TransitionResult(long version, PaymentStatus status) {

    /// Empty if the payment was not in the state that the statement expected.
    public static Optional<TransitionResult> from(RowSet<Row> rows) {
        var each = rows.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        Row row = each.next();
        return Optional.of(
                new TransitionResult(row.getLong("version"), PaymentStatus.valueOf(row.getString("status"))));
    }
}
