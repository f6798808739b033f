package com.coworkpay.platform.sql;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Gives up a connection on which PostgreSQL owes an answer for too long, what drivers of JDBC call a socket timeout.
///
/// A machine that vanishes closes nothing. TCP repeats a statement it cannot deliver for a quarter of an hour and waits
/// for an answer without end, and the client's own way to close a connection waits for the server to agree. Meanwhile
/// another server may be the primary long since, with every connection of the pool held by one that is gone.
///
/// A statement that is ended here fails as one whose connection broke: whether it was carried out is not known.
///
/// Time is counted in ticks while an answer is owed, not by the clock, so that a process that stood still itself does
/// not blame the server. All of it runs on the connection's event loop.
final class AnswerTimeout extends ChannelDuplexHandler {
    private static final Logger LOG = Logger.getLogger(AnswerTimeout.class);

    /// The client's name for what makes messages of PostgreSQL's protocol from commands.
    private static final String CODEC = "codec";

    private static final int TICK_S = 1;

    private final int longestS;
    private int owed;
    private int silentS;
    private boolean isTicking;

    AnswerTimeout(int longestS) {
        this.longestS = longestS;
    }

    /// @param connection new, with nothing asked yet
    /// @param longestS seconds without any answer while one is owed
    static void watch(SqlConnection connection, int longestS) {
        // The caller's view of it, the pool's, and the connection itself.
        var itself = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        itself.socket()
                .channelHandlerContext()
                .pipeline()
                .addAfter(CODEC, "answer-timeout", new AnswerTimeout(longestS));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof CommandBase<?>) {
            owed++;
            if (!isTicking) {
                tickLater(context);
            }
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CommandResponse<?>) {
            owed--;
            silentS = 0;
        }
        context.fireChannelRead(message);
    }

    private void tickLater(ChannelHandlerContext context) {
        isTicking = true;
        var _ = context.executor().schedule(() -> tick(context), TICK_S, TimeUnit.SECONDS);
    }

    private void tick(ChannelHandlerContext context) {
        isTicking = false;
        if (owed == 0 || !context.channel().isActive()) {
            return;
        }
        silentS += TICK_S;
        if (silentS <= longestS) {
            tickLater(context);
            return;
        }
        LOG.warnf("PostgreSQL has not answered for %d s: its connection is given up", longestS);
        // Behind the codec's back, which would wait for the server.
        var _ = context.pipeline().context(CODEC).close();
    }
}
