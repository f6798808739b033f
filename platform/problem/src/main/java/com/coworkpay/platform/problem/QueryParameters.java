package com.coworkpay.platform.problem;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The query parameters that a resource method declares, by name, and whether one may stand more than once.
record QueryParameters(Map<String, Boolean> repeatable) {

    static QueryParameters of(Method method) {
        Map<String, Boolean> found = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                ofBean(parameter.getType(), found);
            } else {
                add(parameter, parameter.getName(), parameter.getType(), found);
            }
        }
        return new QueryParameters(Map.copyOf(found));
    }

    /// What is wrong with a query, in the order in which it was sent.
    List<RequestError> faultsOf(Map<String, List<String>> query) {
        List<RequestError> faults = new ArrayList<>();
        query.forEach((name, values) -> {
            Boolean many = repeatable.get(name);
            String shown = FieldPath.ofParameter(name);
            if (holdsNul(name) || values.stream().anyMatch(QueryParameters::holdsNul)) {
                faults.add(RequestError.of(shown, RequestError.Sentence.NUL_CHARACTER));
            } else if (many == null) {
                faults.add(unknown(name, shown));
            } else if (values.size() > 1 && !many) {
                faults.add(RequestError.of(shown, RequestError.Sentence.PARAMETER_TWICE));
            } else if (values.stream().anyMatch(String::isEmpty)) {
                faults.add(RequestError.of(shown, RequestError.Sentence.PARAMETER_EMPTY));
            }
        });
        return faults;
    }

    private static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private RequestError unknown(String name, String shown) {
        if (repeatable.isEmpty()) {
            return RequestError.of(shown, RequestError.Sentence.NO_PARAMETERS);
        }
        return NearestName.to(name, repeatable.keySet())
                .map(meant -> new RequestError(shown, RequestError.Sentence.PARAMETER_MISSPELT, Map.of("meant", meant)))
                .orElseGet(() -> new RequestError(
                        shown,
                        RequestError.Sentence.UNKNOWN_PARAMETER,
                        Map.of(
                                "known",
                                String.join(
                                        ", ",
                                        repeatable.keySet().stream().sorted().toList()))));
    }

    private static void ofBean(Class<?> bean, Map<String, Boolean> found) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getName(), field.getType(), found);
            }
        }
    }

    private static void add(AnnotatedElement place, String ownName, Class<?> type, Map<String, Boolean> found) {
        RequestParameter.of(place.getAnnotations(), ownName)
                .filter(RequestParameter::inQuery)
                .ifPresent(parameter ->
                        found.put(parameter.name(), Collection.class.isAssignableFrom(type) || type.isArray()));
    }
}
