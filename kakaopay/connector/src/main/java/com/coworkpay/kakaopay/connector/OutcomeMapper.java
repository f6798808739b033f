package com.coworkpay.kakaopay.connector;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From how far a request came and what the answer says to the outcome.
final class OutcomeMapper {

    private OutcomeMapper() {}

    static <T> Outcome<T> of(
            Operation operation, Generation generation, Transmission transmission, Function<ResponseJson, T> reader) {
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
            Function<ResponseJson, T> reader) {
        ResponseJson json = ResponseJson.parse(answered.body());
        ErrorBody error = ErrorBody.of(json);
        Code code = new Code(operation.word(), answered.httpStatus(), error.code(), error.methodResultCode());
        if (answered.httpStatus() == 200) {
            return error.statesAnError()
                    ? new Outcome.Unknown<>(UnknownReason.MALFORMED_ANSWER, code)
                    : success(json, code, reader);
        }
        return switch (OutcomeTable.decide(operation, generation, answered.httpStatus(), error)) {
            case ErrorMeaning.Refused(boolean isFinal, RefusalReason reason) ->
                new Outcome.Refused<>(isFinal, reason, code);
            case ErrorMeaning.NotProcessed(NotSentReason reason) -> new Outcome.NotSent<>(reason, code);
            case ErrorMeaning.Unclear(UnknownReason reason) -> new Outcome.Unknown<>(reason, code);
        };
    }

    private static <T> Outcome<T> success(@Nullable ResponseJson json, Code code, Function<ResponseJson, T> reader) {
        if (json == null) {
            return new Outcome.Unknown<>(UnknownReason.MALFORMED_ANSWER, code);
        }
        try {
            return new Outcome.Done<>(reader.apply(json));
        } catch (InvalidResponseException unusable) {
            return new Outcome.Unknown<>(unusable.reason(), code);
        }
    }
}
