package com.coworkpay.refund.batch;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// One stream to one client: server-sent events, as the HTML standard has them. Written by hand: the framework sends
/// the
/// head of a stream before it is known whether there may be one.
final class BatchStream {

    private static final Duration LASTS = Duration.ofMinutes(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// In milliseconds; a browser comes again after it.
    private static final String RECONNECT = "retry: 2000\n";

    private static final String COMMENT = ":\n\n";

    private final HttpServerResponse client;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final long openedNanos = System.nanoTime();
    private volatile long writtenNanos = openedNanos;
    private volatile long version;

    BatchStream(HttpServerResponse client) {
        this.client = client;
    }

    long version() {
        return version;
    }

    /// @param isKnown the client has this version
    void begin(long first, String body, boolean isKnown) {
        version = first;
        client.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                // No proxy keeps events back.
                .putHeader("X-Accel-Buffering", "no");
        write(RECONNECT + (isKnown ? COMMENT : event(first, body)));
    }

    void send(long next, String body) {
        version = next;
        if (!client.closed() && !client.ended()) {
            write(event(next, body));
        }
    }

    /// One read at a time, and none for a client that does not take what is written.
    boolean beginRead() {
        return !client.closed() && !client.writeQueueFull() && reading.compareAndSet(false, true);
    }

    void endRead() {
        reading.set(false);
    }

    /// A comment, where nothing was written for long: proxies close what is silent.
    void beat() {
        if (System.nanoTime() - writtenNanos >= HEARTBEAT.toNanos() && !client.closed() && !client.ended()) {
            write(COMMENT);
        }
    }

    boolean isOld() {
        return System.nanoTime() - openedNanos >= LASTS.toNanos();
    }

    void end() {
        if (!client.ended() && !client.closed()) {
            client.end();
        }
    }

    private void write(String text) {
        writtenNanos = System.nanoTime();
        client.write(text);
    }

    private static String event(long version, String body) {
        return "id: " + version + "\ndata: " + body + "\n\n";
    }
}
