package com.coworkpay.reporting.reading;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.projection.CompletenessMonitor;
import com.coworkpay.reporting.projection.PositionStore;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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

    /// Which side answers, how far it was fed, and where the location is.
    private static final NamedQuery CONTEXT = NamedQuery.of("""
            select p.current_side, p.generation, l.timezone, l.locale, %s as positions
              from projection p
              left join report_location l on l.side = p.current_side and l.location_id = :locationId""".formatted(PositionStore.LIVE_AS_JSON));

    /// PostgreSQL: query_canceled; here, by statement_timeout.
    private static final String CANCELED = "57014";

    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Pool readers;
    private final CompletenessMonitor completeness;

    SnapshotReader(@ReactiveDataSource("reader") Pool readers, CompletenessMonitor completeness) {
        this.readers = readers;
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
        return CONTEXT.run(connection, Parameters.with("locationId", locationId))
                .map(rows -> context(rows.iterator().next()));
    }

    private ReadContext context(Row row) {
        return new ReadContext(
                row.getShort("current_side"),
                row.getLong("generation"),
                zone(row.getString("timezone")),
                row.getString("locale"),
                completeness.of(PositionStore.read(row.get(JsonArray.class, "positions"))));
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
