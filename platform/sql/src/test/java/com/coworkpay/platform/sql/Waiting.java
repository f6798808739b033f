package com.coworkpay.platform.sql;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/// From the client's futures to a test's thread.
final class Waiting {
    private static final int MAX_SECONDS = 60;

    private Waiting() {}

    static <T> T on(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(MAX_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
