package com.coworkpay.platform.problem;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/// A parameter of a resource method that does not come from the body, by the name the caller knows.
///
/// @param inPath whether it is a part of the path, where a value that cannot be means that nothing is there
record RequestParameter(String name, boolean inPath) {

    /// @return empty for the body and for what the framework puts in
    static Optional<RequestParameter> of(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            RequestParameter found =
                    switch (annotation) {
                        case PathParam a -> new RequestParameter(a.value(), true);
                        case RestPath a -> new RequestParameter(orElse(a.value(), parameter.getName()), true);
                        case QueryParam a -> new RequestParameter(a.value(), false);
                        case RestQuery a -> new RequestParameter(orElse(a.value(), parameter.getName()), false);
                        case HeaderParam a -> new RequestParameter(a.value(), false);
                        case RestHeader a -> new RequestParameter(orElse(a.value(), parameter.getName()), false);
                        case CookieParam a -> new RequestParameter(a.value(), false);
                        default -> null;
                    };
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// The parameter whose value could not be converted. The framework does not say which: it converts them in their
    /// order, so it is the first one that was sent and has no value yet.
    static Optional<RequestParameter> thatCouldNotBeConverted(ResteasyReactiveRequestContext request) {
        if (request.getTarget() == null) {
            return Optional.empty();
        }
        Method method = request.getTarget().getLazyMethod().getMethod();
        Object[] values = request.getParameters();
        for (int i = 0; i < method.getParameterCount() && i < values.length; i++) {
            Optional<RequestParameter> parameter = of(method.getParameters()[i]);
            if (values[i] == null && parameter.filter(p -> p.wasSent(request)).isPresent()) {
                return parameter;
            }
        }
        return Optional.empty();
    }

    private boolean wasSent(ResteasyReactiveRequestContext request) {
        var uri = request.getUriInfo();
        return inPath
                ? uri.getPathParameters().containsKey(name)
                : uri.getQueryParameters().containsKey(name) || request.getHeader(name, true) != null;
    }

    private static String orElse(String declared, String parameterName) {
        return declared.isEmpty() ? parameterName : declared;
    }
}
