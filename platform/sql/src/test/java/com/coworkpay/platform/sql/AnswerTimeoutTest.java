package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.sqlclient.impl.command.CommandResponse;
import io.vertx.sqlclient.impl.command.SimpleQueryCommand;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Time is the test's own here.
class AnswerTimeoutTest {
    private static final int LONGEST_S = 20;

    private final EmbeddedChannel channel = channel();

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
        pass(LONGEST_S);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void whatIsAskedAfterALongRestHasItsWholeTime() {
        ask();
        answer();
        pass(LONGEST_S - 1);
        ask();
        pass(LONGEST_S);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void eachAnswerGivesTheNextItsWholeTime() {
        ask();
        ask();
        pass(LONGEST_S);
        answer();
        pass(LONGEST_S);
        assertThat(channel.isActive()).isTrue();
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void whatTheServerSaysUnaskedIsNoAnswer() {
        ask();
        pass(LONGEST_S);
        channel.writeInbound("a notice");
        pass(1);
        assertThat(channel.isActive()).isFalse();
    }

    private void ask() {
        var _ = channel.writeOneOutbound(new SimpleQueryCommand<Void>("select 1", true, true, null, null));
    }

    private void answer() {
        channel.writeInbound(CommandResponse.success(null));
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private static EmbeddedChannel channel() {
        var channel = new EmbeddedChannel();
        channel.freezeTime();
        // As the client's own: it does not close a connection before the server has answered.
        channel.pipeline().addLast("codec", new ChannelDuplexHandler() {
            @Override
            public void close(ChannelHandlerContext context, ChannelPromise promise) {
                promise.setFailure(new IllegalStateException("the server does not agree"));
            }
        });
        channel.pipeline().addLast(new AnswerTimeout(LONGEST_S));
        return channel;
    }
}
