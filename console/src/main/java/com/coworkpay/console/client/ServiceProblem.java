package com.coworkpay.console.client;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service's refusal, as it said it (RFC 9457), or that it could not be reached.
public final class ServiceProblem extends RuntimeException {

    /// One faulty field of a form.
    public record FieldProblem(String field, String detail) {

        /// It has a name that people know. What is within another (`weekly.MONDAY`) is marked in its form alone.
        public boolean isNamed() {
            return field.chars().allMatch(Character::isLetter);
        }
    }

    private final int status;
    private final String type;
    private final @Nullable String detail;
    private final @Nullable String code;
    private final List<FieldProblem> fields;
    private final @Nullable String traceId;
    private final @Nullable Duration retryAfter;

    ServiceProblem(
            int status,
            String type,
            @Nullable String detail,
            @Nullable String code,
            List<FieldProblem> fields,
            @Nullable String traceId,
            @Nullable Duration retryAfter) {
        super(status + " " + type, null, false, false);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.code = code;
        this.fields = List.copyOf(fields);
        this.traceId = traceId;
        this.retryAfter = retryAfter;
    }

    /// A call that fails with nothing else: no answer, or none in time, is a problem too.
    public static <T> Uni<T> in(Uni<T> call) {
        return call.onFailure(ServiceProblem::isNoAnswer).transform(_ -> noAnswer());
    }

    /// The client says it in many ways: refused and broken connections come as they are, or wrapped.
    public static boolean isNoAnswer(Throwable failure) {
        return failure instanceof ProcessingException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof java.util.concurrent.TimeoutException
                || failure instanceof VertxException;
    }

    /// Whether it did what was asked is not known.
    static ServiceProblem noAnswer() {
        return new ServiceProblem(503, "no-answer", null, null, List.of(), null, null);
    }

    public int status() {
        return status;
    }

    /// The last part of the problem's URN, such as `balance-stale`.
    public String type() {
        return type;
    }

    public boolean is(String expected) {
        return type.equals(expected);
    }

    /// In the language of the page; null if there is none.
    public @Nullable String detail() {
        return detail;
    }

    /// What the service adds for machines, such as the present balance.
    public @Nullable String code() {
        return code;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    /// It names fields and says more of them than of the whole.
    public boolean isAboutFields() {
        return fields.stream().anyMatch(each -> !each.detail().equals(detail));
    }

    /// Those that can be listed.
    public List<FieldProblem> namedFields() {
        return isAboutFields() ? fields.stream().filter(FieldProblem::isNamed).toList() : List.of();
    }

    /// Of a form's field; null if it has none.
    public @Nullable String of(String field) {
        return fields.stream()
                .filter(each -> each.field().equals(field))
                .map(FieldProblem::detail)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String traceId() {
        return traceId;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// After this a money form may be sent again with the same key: it is not known whether it was taken.
    public boolean isOutcomeUnknown() {
        return status >= 500;
    }
}
