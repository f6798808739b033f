package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadSnapshot;
import com.coworkpay.reporting.reading.domain.Moment;
import com.coworkpay.reporting.transactions.domain.Cursor;
import com.coworkpay.reporting.transactions.domain.Filter;
import com.coworkpay.reporting.transactions.domain.Page;
import com.coworkpay.reporting.transactions.domain.Totals;
import com.coworkpay.reporting.transactions.domain.Transaction;
import com.coworkpay.reporting.transactions.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the report of a location: a page, one transaction, or the totals, each from one snapshot.
@ApplicationScoped
public class ReadTransactions {

    private final ReadSnapshot readSnapshot;
    private final Transactions transactions;

    ReadTransactions(ReadSnapshot readSnapshot, Transactions transactions) {
        this.readSnapshot = readSnapshot;
        this.transactions = transactions;
    }

    /// Something, and the snapshot that it was read from.
    public record Read<T>(T found, Moment moment) {}

    public Uni<Page> page(String locationId, Filter filter, @Nullable Cursor cursor, int limit) {
        return readSnapshot.of(locationId, (connection, moment) -> transactions
                .list(connection, moment, locationId, filter, cursor, limit + 1)
                .map(found -> Page.of(found, limit, moment)));
    }

    public Uni<Read<Optional<Transaction>>> one(String locationId, UUID paymentId) {
        return readSnapshot.of(locationId, (connection, moment) -> transactions
                .find(connection, moment, locationId, paymentId)
                .map(found -> new Read<>(found, moment)));
    }

    public Uni<Read<Totals>> totals(String locationId, Filter filter) {
        return readSnapshot.of(locationId, (connection, moment) -> transactions
                .totals(connection, moment, locationId, filter)
                .map(found -> new Read<>(found, moment)));
    }
}
