package com.coworkpay.platform.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts parameters of path, query and headers, so that one that does not convert is named. In the path it means
/// that nothing is there; elsewhere the request is not valid.
@Provider
public class ParameterTypes implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Optional<TextConversion> conversion = TextConversion.to(type);
        Optional<RequestParameter> parameter = RequestParameter.of(annotations, "");
        return conversion.isEmpty() || parameter.isEmpty()
                ? null
                : new Named<>(parameter.get(), type, conversion.get());
    }

    private record Named<T>(RequestParameter parameter, Class<T> type, TextConversion conversion)
            implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) conversion.convert(text);
            } catch (Exception _) {
                throw refusal();
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }

        private RuntimeException refusal() {
            if (parameter.inPath()) {
                return ProblemException.of(CommonProblem.NOT_FOUND).field(parameter.name());
            }
            return new BadRequestException(
                    type.isEnum()
                            ? RequestError.notOneOf(parameter.name(), type.getEnumConstants())
                            : RequestError.of(parameter.name(), RequestError.Sentence.WRONG_TYPE));
        }
    }
}
