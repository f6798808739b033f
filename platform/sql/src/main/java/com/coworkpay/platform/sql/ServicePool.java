package com.coworkpay.platform.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the pool of a service differs from the client's own:
///
/// - Its connections keep every prepared statement, however long its text. The client's own limit is 2,048 characters:
///   the money statements are longer, and were parsed and planned anew each time they ran.
/// - Whoever finds all connections taken is told so after [#LONGEST_WAIT_S], and a caller of a service is asked to come
///   again. The client waits for half a minute, which is longer than callers do.
/// - A connection that is not made in that time is tried anew: TCP waits twice as long after each try, up to a minute,
///   while the server is away, and would notice as late that it is back.
/// - A connection is given up [#GRACE_S] after PostgreSQL itself should have ended its statement (`statement_timeout`,
///   where there is one): the server is gone then.
@Singleton
public class ServicePool implements PgPoolCreator {
    private static final int LONGEST_WAIT_S = 5;
    private static final int GRACE_S = 5;
    private static final int MILLIS = 1_000;

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(server ->
                server.setPreparedStatementCacheSqlFilter(_ -> true).setConnectTimeout(LONGEST_WAIT_S * MILLIS));
        int statementMs = statementTimeoutMs(servers.getFirst());
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(LONGEST_WAIT_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.copyOf(servers))
                .withConnectHandler(connection -> begin(connection, statementMs))
                .using(input.vertx())
                .build();
    }

    /// @return 0 where PostgreSQL lets a statement run without end
    private static int statementTimeoutMs(PgConnectOptions server) {
        String said = server.getProperties().getOrDefault("statement_timeout", "0");
        try {
            return Integer.parseInt(said);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("statement_timeout must be milliseconds without a unit, not " + said);
        }
    }

    private static void begin(SqlConnection connection, int statementMs) {
        if (statementMs > 0) {
            AnswerTimeout.watch(connection, Math.ceilDiv(statementMs, MILLIS) + GRACE_S);
        }
        // To the pool, that is.
        connection.close();
    }
}
