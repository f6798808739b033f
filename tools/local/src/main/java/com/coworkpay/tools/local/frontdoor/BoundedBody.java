package com.coworkpay.tools.local.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// A request's body on its way through, counted: a caller that does not say its length cannot send without end.
final class BoundedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long maxBytes;
    private final Runnable tooLarge;
    private @Nullable Handler<Throwable> failure;
    private long bytes;

    BoundedBody(ReadStream<Buffer> body, long maxBytes, Runnable tooLarge) {
        this.body = body;
        this.maxBytes = maxBytes;
        this.tooLarge = tooLarge;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        boolean wasWithin = bytes <= maxBytes;
        bytes += chunk.length();
        if (bytes <= maxBytes) {
            handler.handle(chunk);
        } else if (wasWithin) {
            tooLarge.run();
            if (failure != null) {
                failure.handle(new IllegalStateException("body too large"));
            }
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }
}
