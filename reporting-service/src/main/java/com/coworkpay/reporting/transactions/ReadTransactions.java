package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.reading.SnapshotReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the report of a location: a page, one transaction, or the totals, each from one snapshot.
@ApplicationScoped
class ReadTransactions {

    private final SnapshotReader snapshots;
    private final TransactionStore transactions;

    ReadTransactions(SnapshotReader snapshots, TransactionStore transactions) {
        this.snapshots = snapshots;
        this.transactions = transactions;
    }

    Uni<TransactionPageResponse> page(String locationId, Filter filter, @Nullable Cursor cursor, int limit) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .list(connection, context, locationId, filter, cursor, limit + 1)
                .map(found -> TransactionPageResponse.of(found, limit, locationId, filter, context)));
    }

    Uni<TransactionResponse> one(String locationId, UUID paymentId) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .find(connection, context, locationId, paymentId)
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .map(transaction -> TransactionResponse.of(transaction, context)));
    }

    Uni<TotalsResponse> totals(String locationId, Filter filter) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .totals(connection, context, locationId, filter)
                .map(totals -> TotalsResponse.of(totals, context)));
    }
}
