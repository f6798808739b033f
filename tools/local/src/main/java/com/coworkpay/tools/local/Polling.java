package com.coworkpay.tools.local;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a part of the supervisor to start or stop. Only for the supervisor's own threads, never on an event loop.
public final class Polling {
    private static final int LIMIT_S = 20;

    private Polling() {}

    public static <T> T on(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(what + " failed: " + failed.getMessage(), failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException(what + " took longer than " + LIMIT_S + " seconds", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, interrupted);
        }
    }
}
