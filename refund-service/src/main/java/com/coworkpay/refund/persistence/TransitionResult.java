package com.coworkpay.refund.persistence;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/// Whether the database accepted a move.
public enum TransitionResult {
    DONE,
    /// Another refund of the same payment moved at this moment: the same move may be tried again at once.
    CONTENDED,
    /// The refund is not, or not any more, where the statement expected it.
    OVERTAKEN;

    public static TransitionResult of(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        if (row.getLong("changed") > 0) {
            return DONE;
        }
        return row.getLong("locked") > 0 ? CONTENDED : OVERTAKEN;
    }
}
