package com.coworkpay.reporting.projection;

import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes batches into the sides, one statement for all of a kind. The first statement moves the positions with it, so
/// that rows and positions are one change.
@ApplicationScoped
public class ProjectionStore {

    private static final ProjectionSql LIVE = new ProjectionSql(ProjectionTarget.LIVE);
    private static final ProjectionSql REBUILD = new ProjectionSql(ProjectionTarget.REBUILD);

    private final Pool pool;

    ProjectionStore(Pool pool) {
        this.pool = pool;
    }

    /// What the consumers read: one statement, which is its own transaction. Harmless to repeat.
    ///
    /// @param batch of one kind
    Uni<Void> apply(ProjectionBatch batch) {
        return apply(pool, ProjectionTarget.LIVE, batch);
    }

    /// What a rebuild reads.
    public Uni<Void> rebuild(SqlConnection transaction, RecordMapper.Result read) {
        return apply(transaction, ProjectionTarget.REBUILD, read.batch());
    }

    /// @param client a pool for a batch of one kind; a connection in a transaction for more
    static Uni<Void> apply(SqlClient client, ProjectionTarget target, ProjectionBatch batch) {
        ProjectionSql statements =
                switch (target) {
                    case LIVE -> LIVE;
                    case REBUILD -> REBUILD;
                };
        String positions = BatchParameters.positions(batch.positions());
        Uni<Void> all = Uni.createFrom().voidItem();
        if (!batch.payments().isEmpty()) {
            Parameters values = Parameters.with("payments", BatchParameters.payments(batch.payments()))
                    .and("positions", positions);
            all = all.chain(() -> statements.payments.run(client, values)).replaceWithVoid();
        }
        if (!batch.refunds().isEmpty()) {
            Parameters values = Parameters.with("refunds", BatchParameters.refunds(batch.refunds()))
                    .and("positions", positions);
            all = all.chain(() -> statements.refunds.run(client, values)).replaceWithVoid();
        }
        if (!batch.locations().isEmpty()) {
            Parameters values = Parameters.with("locations", BatchParameters.locations(batch.locations()))
                    .and("positions", positions);
            all = all.chain(() -> statements.locations.run(client, values)).replaceWithVoid();
        }
        boolean onlyPositions = batch.payments().isEmpty()
                && batch.refunds().isEmpty()
                && batch.locations().isEmpty();
        return onlyPositions
                ? statements
                        .positions
                        .run(client, Parameters.with("positions", positions))
                        .replaceWithVoid()
                : all;
    }
}
