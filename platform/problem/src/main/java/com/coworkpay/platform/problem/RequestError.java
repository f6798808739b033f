package com.coworkpay.platform.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// One thing wrong with a request: where, and which sentence says what to do. The values fill the sentence and are
/// ours (a limit, the allowed words), never what the caller sent.
///
/// @param field the path as the caller sees it; empty where the whole body is meant
record RequestError(String field, Sentence sentence, Map<String, Object> values) {

    enum Sentence {
        BODY_MISSING("body-missing"),
        BROKEN_JSON("broken-json"),
        TOO_COMPLEX("too-complex"),
        UNKNOWN_FIELD("unknown-field"),
        REQUIRED("required"),
        WRONG_TYPE("wrong-type"),
        NOT_ONE_OF("not-one-of"),
        NOT_VALID("not-valid"),
        EMPTY_RANGE("empty-range"),
        NUL_CHARACTER("nul-character"),
        HALF_CHARACTER("half-character"),
        UNKNOWN_PARAMETER("unknown-parameter"),
        PARAMETER_MISSPELT("parameter-misspelt"),
        NO_PARAMETERS("no-parameters"),
        PARAMETER_TWICE("parameter-twice"),
        PARAMETER_EMPTY("parameter-empty");

        private final String key;

        Sentence(String key) {
            this.key = "fault." + key;
        }

        String key() {
            return key;
        }
    }

    static RequestError of(String field, Sentence sentence) {
        return new RequestError(field, sentence, Map.of());
    }

    static RequestError of(Sentence sentence) {
        return of("", sentence);
    }

    static RequestError notOneOf(String field, Object... allowed) {
        String words = Arrays.stream(allowed).map(Object::toString).collect(Collectors.joining(", "));
        return new RequestError(field, Sentence.NOT_ONE_OF, Map.of("allowed", words));
    }

    String text(Language language) {
        return ProblemTexts.sentence(sentence.key(), language, values);
    }
}
