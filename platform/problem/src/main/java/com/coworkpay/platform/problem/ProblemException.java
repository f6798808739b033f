package com.coworkpay.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem. It carries no text of its own: the words come from the type's bundle, in the
/// caller's language.
///
/// ```java
/// throw ProblemException.of(PaymentProblem.SLOT_HELD).field("payable.id").retryAfter(Duration.ofSeconds(30));
/// ```
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Map<String, Object> placeholders = new LinkedHashMap<>();
    private @Nullable String field;
    private RequestError.Sentence sentence = RequestError.Sentence.NOT_VALID;
    private @Nullable String code;
    private @Nullable Duration retryAfter;

    private ProblemException(ProblemType type) {
        super(type.slug(), null, false, false);
        this.type = type;
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type);
    }

    /// The one field at fault, as the caller names it: `payable.type`, `policy.steps[0].percent`.
    public ProblemException field(String path) {
        this.field = path;
        return this;
    }

    /// What to do about the field, where the request is not valid.
    ProblemException sentence(RequestError.Sentence said) {
        this.sentence = said;
        return this;
    }

    /// Fills `{name}` in the texts. Only values of ours (a limit, a state): what the caller sent is not echoed.
    public ProblemException with(String name, Object value) {
        placeholders.put(name, value);
        return this;
    }

    /// When the caller may come again; sent as `Retry-After` in whole seconds, rounded up.
    public ProblemException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /// A further word for programs, sent as member `code`.
    public ProblemException code(String word) {
        this.code = word;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> placeholders() {
        return Map.copyOf(placeholders);
    }

    public @Nullable String field() {
        return field;
    }

    RequestError.Sentence sentence() {
        return sentence;
    }

    public @Nullable String code() {
        return code;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
