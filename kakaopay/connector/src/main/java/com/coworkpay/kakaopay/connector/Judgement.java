package com.coworkpay.kakaopay.connector;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From how far a request came and what the answer says to the outcome.
final class Judgement {

    private Judgement() {}

    static <T> Outcome<T> of(
            Operation operation, Generation generation, Transmission transmission, Function<AnswerJson, T> reader) {
        return switch (transmission) {
            case Transmission.NeverSent(NotSentReason reason) -> new Outcome.NotSent<>(reason, null);
            case Transmission.NoAnswer(UnknownReason reason) -> new Outcome.Unknown<>(reason, null);
            case Transmission.Answered answered -> ofAnswer(operation, generation, answered, reader);
        };
    }

    private static <T> Outcome<T> ofAnswer(
            Operation operation,
            Generation generation,
            Transmission.Answered answered,
            Function<AnswerJson, T> reader) {
        AnswerJson json = AnswerJson.parse(answered.body());
        ErrorBody error = ErrorBody.of(json);
        Code code = new Code(operation.word(), answered.httpStatus(), error.code(), error.methodResultCode());
        if (answered.httpStatus() == 200) {
            return error.statesAnError()
                    ? new Outcome.Unknown<>(UnknownReason.MALFORMED_ANSWER, code)
                    : success(json, code, reader);
        }
        return switch (OutcomeTable.decide(operation, generation, answered.httpStatus(), error)) {
            case Verdict.No(boolean isFinal, RefusalReason reason) -> new Outcome.Refused<>(isFinal, reason, code);
            case Verdict.TurnedAway(NotSentReason reason) -> new Outcome.NotSent<>(reason, code);
            case Verdict.Unclear(UnknownReason reason) -> new Outcome.Unknown<>(reason, code);
        };
    }

    private static <T> Outcome<T> success(@Nullable AnswerJson json, Code code, Function<AnswerJson, T> reader) {
        if (json == null) {
            return new Outcome.Unknown<>(UnknownReason.MALFORMED_ANSWER, code);
        }
        try {
            return new Outcome.Done<>(reader.apply(json));
        } catch (UnusableAnswer unusable) {
            return new Outcome.Unknown<>(unusable.reason(), code);
        }
    }
}
