package com.coworkpay.reporting.export;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditStore;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportAction;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.reading.ReadContext;
import com.coworkpay.reporting.reading.SnapshotReader;
import com.coworkpay.reporting.transactions.Filter;
import com.coworkpay.reporting.transactions.Transaction;
import com.coworkpay.reporting.transactions.TransactionCursor;
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
class ExportTransactions {

    private static final Logger LOG = Logger.getLogger(ExportTransactions.class);
    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(10);

    private final SnapshotReader snapshots;
    private final ExportMetrics metrics;
    private final AuditStore audit;
    private final ReportingConfig.Export config;
    private final AtomicInteger open = new AtomicInteger();

    ExportTransactions(SnapshotReader snapshots, ExportMetrics metrics, AuditStore audit, ReportingConfig config) {
        this.snapshots = snapshots;
        this.metrics = metrics;
        this.audit = audit;
        this.config = config.export();
        metrics.running(open);
    }

    /// An export whose snapshot is open.
    ///
    /// @param batches rows as they are asked for; the first may be empty. However it ends, so does the snapshot
    record Export(ReadContext context, Multi<List<Transaction>> batches) {}

    /// On record before the first row leaves; without that record none does.
    ///
    /// @param isGone whether whoever asked for it is not there any more
    Uni<Export> open(String locationId, Filter filter, Actor actor, BooleanSupplier isGone) {
        return Uni.createFrom().deferred(() -> {
            if (open.incrementAndGet() > config.maxConcurrent()) {
                open.decrementAndGet();
                return Uni.createFrom()
                        .failure(ProblemException.of(ReportingProblem.EXPORTS_BUSY)
                                .retryAfter(COME_AGAIN_AFTER));
            }
            ExportSession session = new ExportSession(open, metrics);
            session.watch(config.maxDuration(), isGone);
            return uncancellable(openWithin(session, locationId, filter, actor))
                    .onCancellation()
                    .call(() -> session.end(ExportMetrics.Outcome.ABANDONED));
        });
    }

    /// Whoever stops waiting does not stop it in the middle, where a connection that was asked for would come to
    /// nobody.
    private static Uni<Export> uncancellable(Uni<Export> export) {
        return Uni.createFrom().emitter(emitter -> export.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Export> openWithin(ExportSession session, String locationId, Filter filter, Actor actor) {
        return snapshots
                .connection()
                .invoke(session::got)
                .chain(connection -> connection
                        .begin()
                        .chain(() -> snapshots.context(connection, locationId))
                        .chain(context -> TransactionCursor.open(
                                        connection, context, locationId, filter, config.batch())
                                .map(cursor -> new Export(context, rows(session, cursor)))))
                .call(() -> audit.writeAlone(exported(locationId, filter, actor)))
                .onFailure()
                .call(() -> session.end(ExportMetrics.Outcome.BROKEN))
                .onItemOrFailure()
                .call((_, _) -> session.opened());
    }

    private static AuditEntry exported(String locationId, Filter filter, Actor actor) {
        return AuditEntry.done(
                        ReportAction.EXPORTED,
                        actor,
                        AuditedObject.of(locationId, ObjectType.REPORT, "transactions.csv"))
                .with(filter.shown());
    }

    private Multi<List<Transaction>> rows(ExportSession session, TransactionCursor cursor) {
        return cursor.batches(session::isEnded)
                .onItem()
                .invoke(rows -> metrics.sent(rows.size()))
                .onFailure(SnapshotReader::isTooSlow)
                .transform(_ -> SnapshotReader.tooSlow())
                .onTermination()
                .call((failure, canceled) -> {
                    if (failure != null) {
                        LOG.warnf("an export broke off: %s", SafeErrorText.of(failure));
                    }
                    return session.end(ExportMetrics.Outcome.of(failure != null, canceled));
                });
    }
}
