package com.coworkpay.platform.sql;

import io.netty.channel.ChannelPipeline;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Gives up connections of one pool on which PostgreSQL owes an answer for too long, what drivers of JDBC call a socket
/// timeout.
///
/// A machine that vanishes closes nothing. TCP repeats a statement it cannot deliver for a quarter of an hour and waits
/// for an answer without end, and the client's own way to close a connection waits for the server to agree. Meanwhile
/// another server may be the primary long since, with every connection of the pool held by one that is gone.
///
/// A statement that is ended here fails as one whose connection broke: whether it was carried out is not known. With
/// it go the connections that owe nothing and have been as silent: they lead to the same machine, and each would cost
/// somebody else the same wait. At worst some are made anew, and a report breaks off whose reader was as slow.
final class SocketTimeouts {
    private static final int NEVER = 0;

    private final int maxSeconds;
    private final LongSupplier nanoTime;
    private final Set<SocketTimeoutHandler> connections = ConcurrentHashMap.newKeySet();

    SocketTimeouts(int maxSeconds, LongSupplier nanoTime) {
        this.maxSeconds = maxSeconds;
        this.nanoTime = nanoTime;
    }

    /// @param longestS seconds without any answer while one is owed
    static SocketTimeouts after(int maxSeconds) {
        return new SocketTimeouts(maxSeconds, System::nanoTime);
    }

    static SocketTimeouts never() {
        return new SocketTimeouts(NEVER, System::nanoTime);
    }

    /// @param connection new, with nothing asked yet, on its own context
    SqlConnection watch(SqlConnection connection) {
        if (maxSeconds != NEVER) {
            var itself = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap();
            watch(itself.socket().channelHandlerContext().pipeline());
        }
        return connection;
    }

    void watch(ChannelPipeline pipeline) {
        pipeline.addAfter(
                SocketTimeoutHandler.CODEC,
                "answer-timeout",
                new SocketTimeoutHandler(pipeline, maxSeconds, connections, nanoTime));
    }

    /// That are open.
    int connections() {
        return connections.size();
    }
}
