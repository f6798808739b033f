package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.SnapshotReader;
import com.coworkpay.reporting.reading.domain.ReadContext;
import com.coworkpay.reporting.transactions.domain.Cursor;
import com.coworkpay.reporting.transactions.domain.Filter;
import com.coworkpay.reporting.transactions.domain.Page;
import com.coworkpay.reporting.transactions.domain.Totals;
import com.coworkpay.reporting.transactions.domain.Transaction;
import com.coworkpay.reporting.transactions.persistence.TransactionStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the report of a location: a page, one transaction, or the totals, each from one snapshot.
@ApplicationScoped
public class ReadTransactions {

    private final SnapshotReader snapshots;
    private final TransactionStore transactions;

    ReadTransactions(SnapshotReader snapshots, TransactionStore transactions) {
        this.snapshots = snapshots;
        this.transactions = transactions;
    }

    /// Something, and the snapshot that it was read from.
    public record Result<T>(T value, ReadContext context) {}

    public Uni<Page> page(String locationId, Filter filter, @Nullable Cursor cursor, int limit) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .list(connection, context, locationId, filter, cursor, limit + 1)
                .map(found -> Page.of(found, limit, context)));
    }

    public Uni<Result<Optional<Transaction>>> one(String locationId, UUID paymentId) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .find(connection, context, locationId, paymentId)
                .map(found -> new Result<>(found, context)));
    }

    public Uni<Result<Totals>> totals(String locationId, Filter filter) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .totals(connection, context, locationId, filter)
                .map(found -> new Result<>(found, context)));
    }
}
