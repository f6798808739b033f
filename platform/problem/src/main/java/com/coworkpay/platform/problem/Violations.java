package com.coworkpay.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Bean Validation's findings as the caller sees them: paths of the JSON body or names of parameters, not of our
/// methods.
final class Violations {

    private Violations() {}

    /// In a fixed order, so that the same request gives the same answer.
    static List<FieldError> of(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .distinct()
                .limit(Problem.MAX_SHOWN)
                .toList();
    }

    /// What a method gives back is our fault, not the caller's.
    static boolean concernAnAnswer(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream().anyMatch(violation -> {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        });
    }

    private static String field(ConstraintViolation<?> violation) {
        FieldPath path = new FieldPath();
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.index(node.getIndex());
            }
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER -> appendParameter(path, violation, method, node.as(Path.ParameterNode.class));
                case PROPERTY -> path.name(node.getName());
                case BEAN, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, CONTAINER_ELEMENT -> {}
            }
        }
        return path.toString();
    }

    /// The body has no name: its members begin the path.
    private static void appendParameter(
            FieldPath path,
            ConstraintViolation<?> violation,
            Path.@org.jspecify.annotations.Nullable MethodNode method,
            Path.ParameterNode parameter) {
        if (method == null) {
            return;
        }
        find(violation.getRootBeanClass(), method)
                .map(found -> found.getParameters()[parameter.getParameterIndex()])
                .flatMap(RequestParameter::of)
                .ifPresent(sent -> path.name(sent.name()));
    }

    private static java.util.Optional<Method> find(Class<?> resource, Path.MethodNode node) {
        Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            var found = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> m.getName().equals(node.getName()) && Arrays.equals(m.getParameterTypes(), types))
                    .filter(m -> Arrays.stream(m.getParameters()).anyMatch(p -> p.getAnnotations().length > 0))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return java.util.Optional.empty();
    }
}
