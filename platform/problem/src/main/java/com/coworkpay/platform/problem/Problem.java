package com.coworkpay.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is answered to the caller, before it has a language.
///
/// @param fault a fault of the whole body, whose sentence takes the place of the type's detail
/// @param errors faults field by field, already in the caller's language
record Problem(
        ProblemType type,
        Map<String, Object> placeholders,
        @Nullable String field,
        @Nullable RequestError fault,
        List<FieldError> errors,
        @Nullable String code,
        @Nullable Duration retryAfter) {

    /// No request is answered at length because it is long.
    static final int MAX_SHOWN = 20;

    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(2);

    static Problem of(ProblemType type) {
        Duration retryAfter = type == CommonProblem.UNAVAILABLE ? COME_AGAIN_AFTER : null;
        return new Problem(type, Map.of(), null, null, List.of(), null, retryAfter);
    }

    /// A field of an invalid request has a sentence of its own, as each that a validator finds.
    static Problem of(ProblemException e, Language language) {
        if (e.type() == CommonProblem.INVALID_REQUEST && e.field() != null) {
            return of(List.of(RequestError.of(e.field(), e.sentence())), language)
                    .coded(e.code());
        }
        Duration retryAfter =
                e.retryAfter() != null ? e.retryAfter() : of(e.type()).retryAfter();
        return new Problem(e.type(), e.placeholders(), e.field(), null, List.of(), e.code(), retryAfter);
    }

    static Problem of(List<RequestError> faults, Language language) {
        RequestError first = faults.getFirst();
        return first.field().isEmpty()
                ? new Problem(CommonProblem.INVALID_REQUEST, Map.of(), null, first, List.of(), null, null)
                : invalid(faults.stream()
                        .limit(MAX_SHOWN)
                        .map(fault -> new FieldError(fault.field(), fault.text(language)))
                        .toList());
    }

    static Problem invalid(List<FieldError> errors) {
        List<String> fields = errors.stream().map(FieldError::field).distinct().toList();
        String field = fields.size() == 1 ? fields.getFirst() : null;
        return new Problem(CommonProblem.INVALID_REQUEST, Map.of(), field, null, errors, null, null);
    }

    private Problem coded(@Nullable String word) {
        return new Problem(type, placeholders, field, fault, errors, word, retryAfter);
    }

    Problem at(String fieldAtFault) {
        return new Problem(type, placeholders, fieldAtFault, fault, errors, code, retryAfter);
    }
}
