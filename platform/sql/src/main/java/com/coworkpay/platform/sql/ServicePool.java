package com.coworkpay.platform.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the pool of a service differs from the client's own:
///
/// - Its connections keep every prepared statement, however long its text. The client's own limit is 2,048 characters:
///   the money statements are longer, and were parsed and planned anew each time they ran.
/// - Whoever finds all connections taken is told so after [#LONGEST_WAIT_S], and a caller of a service is asked to come
///   again. The client waits for half a minute, which is longer than callers do.
@Singleton
public class ServicePool implements PgPoolCreator {
    private static final int LONGEST_WAIT_S = 5;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlFilter(_ -> true));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(LONGEST_WAIT_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
