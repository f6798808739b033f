package com.coworkpay.platform.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Utils;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How the pool of a service differs from the client's own:
///
/// - Its connections keep every prepared statement, however long its text. The client's own limit is 2,048 characters:
///   the money statements are longer, and were parsed and planned again each time they ran.
/// - Whoever finds all connections taken fails after [#MAX_WAIT_S], and a caller of a service is asked to come
///   again. The client waits for half a minute, which is longer than callers do.
/// - A connection that is not made in [#MAX_CONNECT_S], signing in included, is tried again, and TCP's part of it
///   each second. TCP itself waits twice as long after each try, and would notice late that the server is back; a
///   server that hangs lets nobody in, and says nothing.
/// - A connection on which PostgreSQL owes an answer [#GRACE_S] longer than it lets a statement run is given up, see
///   [SocketTimeouts]; not where it lets statements run without end (`statement_timeout` is absent or 0).
@Singleton
public class ServicePool implements PgPoolCreator {
    private static final int MAX_WAIT_S = 5;
    private static final int MAX_CONNECT_S = 4;
    /// So that the client's tries (`reconnect-attempts`) are over when nobody waits for them any more.
    private static final int TRY_MS = 1_000;

    private static final int GRACE_S = 5;
    private static final int MILLIS = 1_000;

    @Override
    // Of the two ways to make a pool's connections only the one that is going to leave says when one is there.
    @SuppressWarnings("deprecation")
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(server -> server.setPreparedStatementCacheSqlFilter(_ -> true)
                .setConnectTimeout(TRY_MS)
                .setTcpKeepAlive(true));
        var answers = answerTimeouts(servers.getFirst());
        var factory = PgDriver.INSTANCE.createConnectionFactory(input.vertx(), Utils.roundRobinSupplier(servers));
        return PgBuilder.pool()
                .with(input.poolOptions().setConnectionTimeout(MAX_WAIT_S).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.copyOf(servers))
                .using(input.vertx())
                .build()
                .connectionProvider(context -> connect(factory, context).map(answers::watch));
    }

    private static Future<SqlConnection> connect(ConnectionFactory factory, Context context) {
        var connecting = factory.connect(context);
        return connecting
                .timeout(MAX_CONNECT_S, TimeUnit.SECONDS)
                .onFailure(_ -> connecting.onSuccess(SqlConnection::close))
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? late() : failure));
    }

    /// As of a server that is away: for whom the connection was meant, both are the same.
    private static ConnectException late() {
        return new ConnectException("PostgreSQL let nobody in for " + MAX_CONNECT_S + " s");
    }

    private static SocketTimeouts answerTimeouts(PgConnectOptions server) {
        String said = server.getProperties().getOrDefault("statement_timeout", "0");
        try {
            int statementMs = Integer.parseInt(said);
            return statementMs == 0
                    ? SocketTimeouts.never()
                    : SocketTimeouts.after(Math.ceilDiv(statementMs, MILLIS) + GRACE_S);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("statement_timeout must be milliseconds without a unit, not " + said);
        }
    }
}
