package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.PageCursor;
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
    private final SummaryStore summaries;

    ReadTransactions(SnapshotReader snapshots, TransactionStore transactions, SummaryStore summaries) {
        this.snapshots = snapshots;
        this.transactions = transactions;
        this.summaries = summaries;
    }

    Uni<TransactionPageResponse> page(String locationId, Filter filter, PageCursor.@Nullable InTime cursor, int limit) {
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

    Uni<SummaryResponse> summary(String locationId, SummaryBy by, Filter filter) {
        SummaryPeriods periods = SummaryPeriods.of(by, filter.from(), filter.to());
        return snapshots.read(locationId, (connection, context) -> summaries
                .read(connection, context, locationId, by, filter, periods)
                .map(found -> SummaryResponse.of(by, periods, found, context)));
    }

    Uni<TotalsResponse> totals(String locationId, Filter filter) {
        return snapshots.read(locationId, (connection, context) -> transactions
                .totals(connection, context, locationId, filter)
                .map(totals -> TotalsResponse.of(totals, context)));
    }
}
