package com.coworkpay.console.client;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one service says for a part of a page; where it refuses, fails or is late, why. The rest of the page is shown.
///
/// @param value null where there is a problem, or where the person may not see this part
public record Part<T>(@Nullable T value, @Nullable ServiceProblem problem) {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(4);

    /// A reading call: it is made twice where there is no answer.
    public static <T> Uni<Part<T>> of(Uni<T> read) {
        return ServiceProblem.in(read.onFailure(ServiceProblem::isNoAnswer)
                        .retry()
                        .atMost(1)
                        .ifNoItem()
                        .after(READ_TIMEOUT)
                        .fail())
                .map(value -> new Part<>(value, null))
                .onFailure(ServiceProblem.class)
                .recoverWithItem(problem -> new Part<>(null, (ServiceProblem) problem));
    }

    /// The value for templates, whose checker reads no annotated type; they ask whether it is there.
    @SuppressWarnings("NullAway")
    public T shown() {
        return value;
    }

    /// Its service does not answer: whether there is such a thing is not known.
    public boolean isUnanswered() {
        return problem != null && problem.isOutcomeUnknown();
    }

    public ServiceProblem requiredProblem() {
        return Objects.requireNonNull(problem);
    }

    /// For what the page is about.
    public T required() {
        if (value == null) {
            throw requiredProblem();
        }
        return value;
    }

    /// Not asked where the person may not see it.
    public static <T> Uni<Part<T>> of(boolean isPermitted, Uni<T> read) {
        return isPermitted ? of(read) : Uni.createFrom().item(new Part<>(null, null));
    }
}
