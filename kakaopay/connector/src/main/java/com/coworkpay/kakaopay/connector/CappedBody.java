package com.coworkpay.kakaopay.connector;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/// Collects an answer up to a limit. Past it the connection is dropped: the rest is neither read nor kept. The time
/// limit is the caller's timer, which runs until the last byte, so that a dripping body is bounded as well.
final class CappedBody {

    private CappedBody() {}

    static void read(HttpClientResponse response, int maxBytes, SingleCompletion<Transmission> once) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(failure -> once.complete(new Transmission.NoAnswer(UnknownReason.CONNECTION_LOST)));
        response.endHandler(end -> once.complete(new Transmission.Answered(response.statusCode(), body)));
        response.handler(chunk -> {
            if (once.isDone()) {
                return;
            }
            if (body.length() + chunk.length() > maxBytes) {
                once.complete(new Transmission.NoAnswer(UnknownReason.ANSWER_TOO_LARGE));
                response.request().reset();
                return;
            }
            body.appendBuffer(chunk);
        });
    }
}
