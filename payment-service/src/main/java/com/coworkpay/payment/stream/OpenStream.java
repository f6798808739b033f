package com.coworkpay.payment.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Supplier;

/// One stream to one client: server-sent events, as the HTML standard has them. Written by hand: the framework sends
/// the
/// head of a stream before it is known whether there may be one.
final class OpenStream {

    /// In milliseconds; a browser comes again after it.
    private static final String RECONNECT = "retry: 2000\n";

    private static final String COMMENT = ":\n\n";

    private final StreamKey key;
    private final Supplier<Uni<Frame>> read;
    private final HttpServerResponse client;
    private final long openedNanos = System.nanoTime();
    private volatile long writtenNanos = openedNanos;
    private volatile long version;

    OpenStream(StreamKey key, Supplier<Uni<Frame>> read, HttpServerResponse client) {
        this.key = key;
        this.read = read;
        this.client = client;
    }

    StreamKey key() {
        return key;
    }

    long version() {
        return version;
    }

    /// @param known the client has this version
    void begin(Frame frame, boolean known) {
        version = frame.version();
        client.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                // No proxy keeps events back.
                .putHeader("X-Accel-Buffering", "no");
        write(RECONNECT + (known ? COMMENT : event(frame)));
        if (frame.last()) {
            end();
        }
    }

    /// Sends what is new. A failure leaves the stream as it is: it is tried again.
    Uni<Void> refresh() {
        return Uni.createFrom()
                .deferred(read::get)
                .invoke(frame -> {
                    if (frame.version() != version) {
                        version = frame.version();
                        write(event(frame));
                    }
                    if (frame.last()) {
                        end();
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /// A comment, where nothing was written for long: proxies close what is silent.
    void beat(Duration heartbeat) {
        if (System.nanoTime() - writtenNanos >= heartbeat.toNanos() && isReading()) {
            write(COMMENT);
        }
    }

    /// The client takes what is written.
    boolean isReading() {
        return !isGone() && !client.writeQueueFull();
    }

    boolean isGone() {
        return client.closed();
    }

    boolean isOld(Duration lasts) {
        return System.nanoTime() - openedNanos >= lasts.toNanos();
    }

    void end() {
        if (!client.ended() && !isGone()) {
            client.end();
        }
    }

    private void write(String text) {
        writtenNanos = System.nanoTime();
        client.write(text);
    }

    private static String event(Frame frame) {
        return "id: " + frame.version() + "\ndata: " + frame.body() + "\n\n";
    }
}
