package com.coworkpay.refund.persistence;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/// Whether the database accepted a transition.
public enum TransitionResult {
    DONE,
    /// Another refund of the same payment changed at this moment: the transition may be attempted again at once.
    CONTENDED,
    /// The refund is not, or not any more, in the expected state.
    OVERTAKEN;

    public static TransitionResult of(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        if (row.getLong("changed") > 0) {
            return DONE;
        }
        return row.getLong("locked") > 0 ? CONTENDED : OVERTAKEN;
    }
}
