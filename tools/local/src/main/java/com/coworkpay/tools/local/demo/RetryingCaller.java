package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// How a good caller behaves while something is down: it tries again what may be tried again, within a bound.
final class RetryingCaller {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long PAUSE_MS = 500;

    interface Call<T> {
        T make() throws IOException;
    }

    private RetryingCaller() {}

    /// An answer of somebody who was there: refused connections, 502 and 503 are tried again.
    static Http.Answer answered(Call<Http.Answer> call) {
        return until(call, answer -> answer.status() != 502 && answer.status() != 503, "an answer");
    }

    /// Calls until the result is as wanted.
    static <T> T until(Call<T> call, Predicate<T> wanted, String what) {
        var deadline = Instant.now().plus(LIMIT);
        String last = "nothing";
        while (Instant.now().isBefore(deadline)) {
            try {
                T result = call.make();
                if (wanted.test(result)) {
                    return result;
                }
                last = String.valueOf(result);
            } catch (IOException | IllegalStateException notThere) {
                last = String.valueOf(notThere);
            }
            pause();
        }
        throw new ExpectationFailedException(
                "expected %s within %d s; the last result was: %s".formatted(what, LIMIT.toSeconds(), last));
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExpectationFailedException("interrupted");
        }
    }
}
