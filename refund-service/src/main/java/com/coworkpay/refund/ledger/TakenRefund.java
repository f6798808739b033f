package com.coworkpay.refund.ledger;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// A refund as a statement has claimed or taken it, with the ledger that the same statement read.
///
/// @param ledger with the refund as it is now
public record TakenRefund(Refund refund, Ledger ledger, DatabaseTime time) {

    private static final Logger LOG = Logger.getLogger(TakenRefund.class);

    /// @param row with the columns `refund`, `ledger` and `now`; in `ledger` the refund is still as it was before
    public static TakenRefund of(Row row) {
        Refund refund = RowJson.read(row.getString("refund"), Refund.class);
        Ledger before = RowJson.read(row.getString("ledger"), Ledger.class);
        return new TakenRefund(refund, before.taken(refund), DatabaseTime.of(row));
    }

    /// One that cannot be read (a newer process may have written it) does not keep the others from being worked on.
    public static List<TakenRefund> all(RowSet<Row> rows) {
        List<TakenRefund> taken = new ArrayList<>();
        rows.forEach(row -> {
            try {
                taken.add(of(row));
            } catch (RuntimeException unreadable) {
                LOG.errorf(
                        unreadable,
                        "refund %s was taken and cannot be read",
                        new JsonObject(row.getString("refund")).getString("id"));
            }
        });
        return taken;
    }
}
