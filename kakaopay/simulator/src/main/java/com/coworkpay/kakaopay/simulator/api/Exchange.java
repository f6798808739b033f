package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.fault.CallLog;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// One call on the wire and every way it can end. Used on its event loop only.
final class Exchange {
    static final String CLIENT_GONE = "CLIENT_GONE";
    private static final String JSON = "application/json;charset=UTF-8";

    private final RoutingContext context;
    private final CallLog log;
    private final long number;
    private boolean gone;
    private @Nullable Runnable onGone;

    Exchange(RoutingContext context, CallLog log, long number) {
        this.context = context;
        this.log = log;
        this.number = number;
        context.response().exceptionHandler(e -> {});
        context.response().closeHandler(v -> closed());
    }

    private void closed() {
        if (!gone && !context.response().ended()) {
            gone = true;
            Runnable then = onGone;
            if (then != null) {
                then.run();
            }
        }
    }

    long number() {
        return number;
    }

    Vertx vertx() {
        return context.vertx();
    }

    boolean isGone() {
        return gone;
    }

    void onGone(Runnable then) {
        onGone = then;
        if (gone) {
            then.run();
        }
    }

    void outcome(String outcome) {
        log.outcome(number, outcome);
    }

    void answer(Answer answer) {
        send(answer.status(), JSON, Buffer.buffer(answer.body().toString()), answer.outcome());
    }

    void send(int status, String contentType, Buffer body, String outcome) {
        outcome(outcome);
        if (!gone) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", contentType)
                    .end(body);
        }
    }

    /// A page as a gateway in front of KakaoPay would send it.
    void status(int status) {
        String page = "<html><body><h1>" + status + "</h1></body></html>";
        send(status, "text/html", Buffer.buffer(page), "HTTP " + status);
    }

    /// Keeps the connection open and says nothing for ever.
    void silent() {
        outcome("SILENT");
    }

    /// Ends the connection with a TCP reset: no linger, so that close sends RST instead of FIN.
    void reset() {
        outcome("RESET");
        if (context.request().connection() instanceof ConnectionBase connection) {
            Channel channel = connection.channelHandlerContext().channel();
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            var unused = channel.close();
        }
    }

    /// Sends the body one byte at a time.
    void drip(Answer answer, long delayMs) {
        outcome(answer.outcome());
        Buffer body = Buffer.buffer(answer.body().toString());
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", JSON)
                .putHeader("Content-Length", Integer.toString(body.length()));
        drip(response, body, 0, delayMs);
    }

    private void drip(HttpServerResponse response, Buffer body, int from, long delayMs) {
        if (gone || response.closed()) {
            return;
        }
        if (from == body.length()) {
            response.end();
            return;
        }
        response.write(body.slice(from, from + 1));
        vertx().setTimer(Math.max(1, delayMs), t -> drip(response, body, from + 1, delayMs));
    }
}
