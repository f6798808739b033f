package com.coworkpay.refund.ledger;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import io.vertx.mutiny.sqlclient.Row;

/// A refund as a statement has claimed or taken it, with the ledger that the same statement read.
///
/// @param ledger with the refund as it is now
public record TakenRefund(Refund refund, Ledger ledger, DatabaseTime time) {

    /// @param row with the columns `refund`, `ledger` and `now`; in `ledger` the refund is still as it was before
    public static TakenRefund of(Row row) {
        Refund refund = RowJson.read(row.getString("refund"), Refund.class);
        Ledger before = RowJson.read(row.getString("ledger"), Ledger.class);
        return new TakenRefund(refund, before.taken(refund), DatabaseTime.of(row));
    }
}
