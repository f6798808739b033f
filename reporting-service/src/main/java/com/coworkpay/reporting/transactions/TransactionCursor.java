package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.reporting.reading.ReadContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The rows of an export, fetched from the database as they are asked for: a portal of its own within the snapshot.
public final class TransactionCursor {

    private final Cursor cursor;
    private final int batch;

    private TransactionCursor(Cursor cursor, int batch) {
        this.cursor = cursor;
        this.batch = batch;
    }

    public static Uni<TransactionCursor> open(
            SqlConnection connection, ReadContext context, String locationId, Filter filter, int batch) {
        TransactionFilterSql filterSql = TransactionFilterSql.of(context, locationId, filter);
        return NamedQuery.of(TransactionStore.SELECT + filterSql.sql() + TransactionStore.ORDER)
                .cursor(connection, filterSql.values())
                .map(cursor -> new TransactionCursor(cursor, batch));
    }

    /// Batch by batch, and none before it is asked for.
    ///
    /// @param isEnded whether the connection was given back: it may be somebody else's now
    public Multi<List<Transaction>> batches(BooleanSupplier isEnded) {
        return Multi.createBy()
                .repeating()
                .uni(() -> isEnded.getAsBoolean()
                        ? Uni.createFrom().failure(new IllegalStateException("the export has ended"))
                        : cursor.read(batch).map(rows -> rows.stream()
                                .map(TransactionStore.READER::read)
                                .toList()))
                .whilst(rows -> cursor.hasMore());
    }
}
