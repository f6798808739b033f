package com.coworkpay.platform.problem;

import com.coworkpay.platform.sql.TransientFailures;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Says whether a failure means that the database or a neighbour is unavailable or crowded, so that the same request
/// may well succeed in a moment.
///
/// Whether the change was made is not known then (the connection may have broken after the commit): the caller is asked
/// to repeat the same request, which an idempotency key or the request's own nature makes safe.
public final class Unavailability {

    /// A neighbour's: by name, so that this library does not drag them in.
    private static final Set<String> NAMES = Set.of(
            "io.vertx.core.http.HttpClosedException",
            "io.smallrye.mutiny.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException",
            "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException");

    private Unavailability() {}

    /// Looks through all causes.
    public static boolean isMeantBy(@Nullable Throwable failure) {
        return TransientFailures.causes(failure)
                .anyMatch(cause -> cause instanceof TimeoutException
                        || NAMES.contains(cause.getClass().getName())
                        || TransientFailures.isOne(cause));
    }
}
