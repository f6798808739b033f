package com.coworkpay.reporting.reading;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.projection.CompletenessMonitor;
import com.coworkpay.reporting.reading.domain.ReadContext;
import com.coworkpay.reporting.reading.persistence.ProjectionHeadStore;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Opens the read-only snapshot that an answer is read from: rows, sums, positions and the location's zone all belong
/// to one moment. Snapshots, and their ends, are settings of the readers' connections.
@ApplicationScoped
public class SnapshotReader {

    /// PostgreSQL: query_canceled; here, by statement_timeout.
    private static final String CANCELED = "57014";

    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Pool readers;
    private final ProjectionHeadStore heads;
    private final CompletenessMonitor completeness;

    SnapshotReader(
            @ReactiveDataSource("reader") Pool readers, ProjectionHeadStore heads, CompletenessMonitor completeness) {
        this.readers = readers;
        this.heads = heads;
        this.completeness = completeness;
    }

    /// Reads within one snapshot, which ends with the answer.
    public <T> Uni<T> read(String locationId, BiFunction<SqlConnection, ReadContext, Uni<T>> query) {
        return readers.withTransaction(connection ->
                        context(connection, locationId).chain(context -> query.apply(connection, context)))
                .onFailure(SnapshotReader::isTooSlow)
                .transform(SnapshotReader::tooSlow);
    }

    /// A connection for who keeps the snapshot open.
    public Uni<SqlConnection> connection() {
        return readers.getConnection();
    }

    /// Within a transaction of that connection.
    public Uni<ReadContext> context(SqlConnection connection, String locationId) {
        return heads.head(connection, locationId)
                .map(head -> new ReadContext(
                        head.side(),
                        head.generation(),
                        zone(head.timezone()),
                        head.locale(),
                        completeness.of(head.positions())));
    }

    /// Korea's while the location is not known, or its zone is not (a process with older data): each answer says by
    /// which zone its days are.
    private static ZoneId zone(@Nullable String name) {
        return name == null ? ReadContext.KOREA : TimeZones.find(name).orElse(ReadContext.KOREA);
    }

    public static boolean isTooSlow(Throwable failure) {
        return failure instanceof PgException e && CANCELED.equals(e.getSqlState());
    }

    public static ProblemException tooSlow() {
        return ProblemException.of(ReportingProblem.REPORT_TOO_SLOW).retryAfter(COME_AGAIN_AFTER);
    }

    private static Throwable tooSlow(Throwable failure) {
        return tooSlow();
    }
}
