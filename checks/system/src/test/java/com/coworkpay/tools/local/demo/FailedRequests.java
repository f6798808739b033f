package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Every request that was not answered, or with a status of 500 and above, however patient its caller was.
final class FailedRequests implements Http.Witness {
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final LongAdder observed = new LongAdder();

    @Override
    public void exchanged(HttpRequest request, Http.@Nullable Answer answer, @Nullable IOException failure) {
        observed.increment();
        if (answer == null || answer.status() >= 500) {
            failed.add("%s %s %s: %s"
                    .formatted(
                            Instant.now(),
                            request.method(),
                            request.uri().getPath(),
                            answer == null ? String.valueOf(failure) : answer.status() + " " + answer.body()));
        }
    }

    List<String> all() {
        return List.copyOf(failed);
    }

    long observed() {
        return observed.sum();
    }
}
