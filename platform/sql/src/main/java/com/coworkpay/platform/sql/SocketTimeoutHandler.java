package com.coworkpay.platform.sql;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/// Counts on one connection what PostgreSQL was asked and has answered, see [SocketTimeouts].
///
/// Time is counted in ticks while an answer is owed, not by the clock, so that a process that stood still itself does
/// not blame the server. All of it runs on the connection's event loop.
final class SocketTimeoutHandler extends ChannelDuplexHandler {
    /// The client's name for what makes messages of PostgreSQL's protocol from commands.
    static final String CODEC = "codec";

    private static final Logger LOG = Logger.getLogger(SocketTimeoutHandler.class);
    private static final int TICK_S = 1;

    private final int maxSeconds;
    private final Set<SocketTimeoutHandler> connections;
    private final LongSupplier nanoTime;
    private final ChannelPipeline pipeline;
    private int owed;
    private int silentS;
    private boolean isTicking;
    private long receivedNanos;

    /// @param connections of the pool: those that are open keep themselves in it
    SocketTimeoutHandler(
            ChannelPipeline pipeline, int maxSeconds, Set<SocketTimeoutHandler> connections, LongSupplier nanoTime) {
        this.pipeline = pipeline;
        this.maxSeconds = maxSeconds;
        this.connections = connections;
        this.nanoTime = nanoTime;
        this.receivedNanos = nanoTime.getAsLong();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connections.add(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        connections.remove(this);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof CommandBase<?>) {
            owed++;
            if (!isTicking) {
                tickLater();
            }
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CommandResponse<?>) {
            owed--;
            silentS = 0;
            receivedNanos = nanoTime.getAsLong();
        }
        context.fireChannelRead(message);
    }

    private void tickLater() {
        isTicking = true;
        var _ = pipeline.channel().eventLoop().schedule(this::tick, TICK_S, TimeUnit.SECONDS);
    }

    private void tick() {
        isTicking = false;
        if (owed == 0 || !pipeline.channel().isActive()) {
            return;
        }
        silentS += TICK_S;
        if (silentS <= maxSeconds) {
            tickLater();
            return;
        }
        LOG.warnf("PostgreSQL has not answered for %d s: its connection is given up", maxSeconds);
        connections.forEach(SocketTimeoutHandler::giveUpIfAsSilent);
        giveUp();
    }

    private void giveUpIfAsSilent() {
        pipeline.channel().eventLoop().execute(() -> {
            long silentNanos = nanoTime.getAsLong() - receivedNanos;
            if (owed == 0 && silentNanos >= TimeUnit.SECONDS.toNanos(maxSeconds)) {
                giveUp();
            }
        });
    }

    /// Behind the codec's back, which would wait for the server.
    private void giveUp() {
        var codec = pipeline.context(CODEC);
        if (codec != null) {
            var _ = codec.close();
        }
    }
}
