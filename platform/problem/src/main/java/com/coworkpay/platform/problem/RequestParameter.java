package com.coworkpay.platform.problem;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A parameter of a resource method that does not come from the body, by the name the caller knows.
///
/// @param inPath whether it is a part of the path, where a value that cannot be means that nothing is there
record RequestParameter(String name, boolean inPath) {

    /// @return empty for the body and for what the framework puts in
    static Optional<RequestParameter> of(Parameter parameter) {
        return of(parameter.getAnnotations(), parameter.getName());
    }

    /// @param ownName of the Java parameter, which the framework's own annotations fall back on
    static Optional<RequestParameter> of(Annotation[] annotations, String ownName) {
        return Arrays.stream(annotations)
                .map(annotation -> of(annotation, ownName))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable RequestParameter of(Annotation annotation, String ownName) {
        return switch (annotation) {
            case PathParam a -> new RequestParameter(a.value(), true);
            case RestPath a -> new RequestParameter(orElse(a.value(), ownName), true);
            case QueryParam a -> new RequestParameter(a.value(), false);
            case RestQuery a -> new RequestParameter(orElse(a.value(), ownName), false);
            case HeaderParam a -> new RequestParameter(a.value(), false);
            case RestHeader a -> new RequestParameter(orElse(a.value(), ownName), false);
            case CookieParam a -> new RequestParameter(a.value(), false);
            default -> null;
        };
    }

    private static String orElse(String declared, String ownName) {
        return declared.isEmpty() ? ownName : declared;
    }
}
