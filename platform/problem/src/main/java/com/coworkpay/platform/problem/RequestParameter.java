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
record RequestParameter(String name, Place place) {

    enum Place {
        /// A value that cannot be means that nothing is there.
        PATH,
        QUERY,
        ELSEWHERE
    }

    boolean inPath() {
        return place == Place.PATH;
    }

    boolean inQuery() {
        return place == Place.QUERY;
    }

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
            case PathParam a -> new RequestParameter(a.value(), Place.PATH);
            case RestPath a -> new RequestParameter(orElse(a.value(), ownName), Place.PATH);
            case QueryParam a -> new RequestParameter(a.value(), Place.QUERY);
            case RestQuery a -> new RequestParameter(orElse(a.value(), ownName), Place.QUERY);
            case HeaderParam a -> new RequestParameter(a.value(), Place.ELSEWHERE);
            case RestHeader a -> new RequestParameter(orElse(a.value(), ownName), Place.ELSEWHERE);
            case CookieParam a -> new RequestParameter(a.value(), Place.ELSEWHERE);
            default -> null;
        };
    }

    private static String orElse(String declared, String ownName) {
        return declared.isEmpty() ? ownName : declared;
    }
}
