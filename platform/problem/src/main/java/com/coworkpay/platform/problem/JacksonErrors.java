package com.coworkpay.platform.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;

/// Translates what Jackson found into a fault with the field's path. Jackson's own texts quote the input and name our
/// classes: none of them goes out.
final class JacksonErrors {

    private JacksonErrors() {}

    static RequestError of(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException e -> at(e, RequestError.Sentence.UNKNOWN_FIELD);
            case InvalidTypeIdException e -> ofTypeId(e);
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() ->
                RequestError.notOneOf(
                        FieldPath.of(e.getPath()), e.getTargetType().getEnumConstants());
            case InvalidFormatException e -> at(e, RequestError.Sentence.WRONG_TYPE);
            case InvalidNullException e -> at(e, RequestError.Sentence.REQUIRED);
            case ValueInstantiationException e -> at(e, RequestError.Sentence.NOT_VALID);
            case MismatchedInputException e ->
                at(e, isNull(e) ? RequestError.Sentence.REQUIRED : RequestError.Sentence.WRONG_TYPE);
            case JsonMappingException e
            when e.getCause() instanceof StreamConstraintsException ->
                RequestError.of(RequestError.Sentence.TOO_COMPLEX);
            case JsonMappingException e
            when e.getCause() instanceof InputCoercionException -> at(e, RequestError.Sentence.WRONG_TYPE);
            case JsonMappingException e when e.getCause() instanceof JsonProcessingException inner -> of(inner);
            case JsonMappingException e -> at(e, RequestError.Sentence.NOT_VALID);
            case StreamConstraintsException _ -> RequestError.of(RequestError.Sentence.TOO_COMPLEX);
            default -> RequestError.of(RequestError.Sentence.BROKEN_JSON);
        };
    }

    private static RequestError at(JsonMappingException e, RequestError.Sentence sentence) {
        return RequestError.of(FieldPath.of(e.getPath()), sentence);
    }

    /// Jackson has no type of its own for null in a primitive.
    private static boolean isNull(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Cannot map `null`");
    }

    /// The path ends at the object; the caller's mistake is in the member that names its kind.
    private static RequestError ofTypeId(InvalidTypeIdException e) {
        Class<?> base = e.getBaseType().getRawClass();
        JsonTypeInfo info = base.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = base.getAnnotation(JsonSubTypes.class);
        if (info == null || kinds == null) {
            return at(e, RequestError.Sentence.NOT_VALID);
        }
        String object = FieldPath.of(e.getPath());
        String field =
                object.endsWith(info.property()) ? object : (object.isEmpty() ? "" : object + ".") + info.property();
        return RequestError.notOneOf(
                field, Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).toArray());
    }
}
