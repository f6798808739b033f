package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.sqlclient.impl.command.CommandResponse;
import io.vertx.sqlclient.impl.command.SimpleQueryCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Time is the test's own here.
class SocketTimeoutHandlerTest {
    private static final int MAX_SECONDS = 20;

    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private long nanos;
    private final SocketTimeouts pool = new SocketTimeouts(MAX_SECONDS, () -> nanos);
    private final EmbeddedChannel channel = channel();
    private final EmbeddedChannel other = channel();

    @Test
    void aConnectionThatIsAskedNothingMoreStaysOpen() {
        pass(3_600);
        ask();
        answer();
        pass(3_600);
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void anAnswerThatIsOverdueClosesTheConnection() {
        ask();
        pass(MAX_SECONDS);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void whatIsAskedAfterALongRestHasItsWholeTime() {
        ask();
        answer();
        pass(MAX_SECONDS - 1);
        ask();
        pass(MAX_SECONDS);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void eachAnswerGivesTheNextItsWholeTime() {
        ask();
        ask();
        pass(MAX_SECONDS);
        answer();
        pass(MAX_SECONDS);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void whatTheServerSaysUnaskedIsNoAnswer() {
        ask();
        pass(MAX_SECONDS);
        channel.writeInbound("a notice");
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void connectionsThatNobodyUsesAndAreAsSilentGoWithIt() {
        ask(other);
        answer(other);
        ask();
        pass(MAX_SECONDS + 1);
        assertThat(channel.isActive()).isFalse();
        assertThat(other.isActive()).isFalse();
    }

    @Test
    void connectionsThatWereHeardOrHaveTheirOwnTimeStay() {
        ask();
        pass(MAX_SECONDS);
        EmbeddedChannel waiting = channel();
        ask(waiting);
        ask(other);
        answer(other);
        pass(1);
        assertThat(channel.isActive()).isFalse();
        assertThat(other.isActive()).isTrue();
        assertThat(waiting.isActive()).isTrue();
    }

    @Test
    void connectionsThatAreClosedAreNotKept() {
        ask();
        pass(MAX_SECONDS + 1);
        assertThat(pool.connections()).isZero();
    }

    private void ask() {
        ask(channel);
    }

    private void answer() {
        answer(channel);
    }

    private static void ask(EmbeddedChannel channel) {
        var _ = channel.writeOneOutbound(new SimpleQueryCommand<Void>("select 1", true, true, null, null));
    }

    private static void answer(EmbeddedChannel channel) {
        channel.writeInbound(CommandResponse.success(null));
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            nanos += TimeUnit.SECONDS.toNanos(1);
            for (EmbeddedChannel each : channels) {
                each.advanceTimeBy(1, TimeUnit.SECONDS);
                each.runScheduledPendingTasks();
            }
            channels.forEach(EmbeddedChannel::runPendingTasks);
        }
    }

    private EmbeddedChannel channel() {
        var made = new EmbeddedChannel();
        made.freezeTime();
        // As the client's own: it does not close a connection before the server has answered.
        made.pipeline().addLast(SocketTimeoutHandler.CODEC, new ChannelDuplexHandler() {
            @Override
            public void close(ChannelHandlerContext context, ChannelPromise promise) {
                promise.setFailure(new IllegalStateException("the server does not agree"));
            }
        });
        pool.watch(made.pipeline());
        channels.add(made);
        return made;
    }
}
