package com.coworkpay.reporting.export;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.export.persistence.TransactionCursor;
import com.coworkpay.reporting.reading.ReadSnapshot;
import com.coworkpay.reporting.transactions.domain.Filter;
import com.coworkpay.reporting.transactions.domain.Transaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Reads all rows of a filter from one snapshot, as fast as they are taken and no faster: what lies in memory is one
/// batch. The snapshot holds a connection, so there is a bound on how many are open, and on how long.
@Startup
@ApplicationScoped
public class ExportTransactions {

    private static final Logger LOG = Logger.getLogger(ExportTransactions.class);
    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(10);

    private final ReadSnapshot readSnapshot;
    private final ExportMetrics metrics;
    private final ReportingConfig.Export config;
    private final AtomicInteger open = new AtomicInteger();

    ExportTransactions(ReadSnapshot readSnapshot, ExportMetrics metrics, ReportingConfig config) {
        this.readSnapshot = readSnapshot;
        this.metrics = metrics;
        this.config = config.export();
        metrics.running(open);
    }

    /// @param isGone whether whoever asked for it is not there any more
    public Uni<OpenExport> open(String locationId, Filter filter, BooleanSupplier isGone) {
        return Uni.createFrom().deferred(() -> {
            if (open.incrementAndGet() > config.most()) {
                open.decrementAndGet();
                return Uni.createFrom()
                        .failure(ProblemException.of(ReportingProblem.EXPORTS_BUSY)
                                .retryAfter(COME_AGAIN_AFTER));
            }
            HeldSnapshot held = new HeldSnapshot(open, metrics);
            held.watch(config.longest(), isGone);
            return toTheEnd(opening(held, locationId, filter))
                    .onCancellation()
                    .call(() -> held.end(ExportEnd.ABANDONED));
        });
    }

    /// Whoever stops waiting does not stop it in the middle, where a connection that was asked for would come to
    /// nobody.
    private static Uni<OpenExport> toTheEnd(Uni<OpenExport> opening) {
        return Uni.createFrom().emitter(emitter -> opening.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<OpenExport> opening(HeldSnapshot held, String locationId, Filter filter) {
        return readSnapshot
                .connection()
                .invoke(held::got)
                .chain(connection -> connection
                        .begin()
                        .chain(() -> readSnapshot.moment(connection, locationId))
                        .chain(moment -> TransactionCursor.open(connection, moment, locationId, filter, config.batch())
                                .map(cursor -> new OpenExport(moment, rows(held, cursor)))))
                .onFailure()
                .call(() -> held.end(ExportEnd.BROKEN))
                .onItemOrFailure()
                .call((_, _) -> held.opened());
    }

    private Multi<List<Transaction>> rows(HeldSnapshot held, TransactionCursor cursor) {
        return cursor.batches(held::isEnded)
                .onItem()
                .invoke(rows -> metrics.sent(rows.size()))
                .onFailure(ReadSnapshot::isTooSlow)
                .transform(_ -> ReadSnapshot.tooSlow())
                .onTermination()
                .call((failure, canceled) -> {
                    if (failure != null) {
                        LOG.warnf("an export broke off: %s", failure);
                    }
                    return held.end(ExportEnd.of(failure != null, canceled));
                });
    }
}
