package com.coworkpay.platform.problem;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a value of a text, by the type's own `valueOf`, `fromString`, `parse` or constructor; the rules of JAX-RS
/// with the times of `java.time` added, and with a boolean that is strict.
@FunctionalInterface
interface TextConversion {

    Object convert(String text) throws Exception;

    Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);

    /// @return empty for a text itself and for what the framework has to convert
    static Optional<TextConversion> to(Class<?> type) {
        if (type == String.class) {
            return Optional.empty();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(TextConversion::strictBoolean);
        }
        Class<?> boxed = BOXES.getOrDefault(type, type);
        return Stream.of("valueOf", "fromString", "parse")
                .flatMap(name -> factory(boxed, name).stream())
                .findFirst()
                .<TextConversion>map(factory -> text -> factory.invoke(null, text))
                .or(() -> constructor(boxed));
    }

    private static Object strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Optional<Method> factory(Class<?> type, String name) {
        return Stream.of(type.getMethods())
                .filter(m -> m.getName().equals(name)
                        && Modifier.isStatic(m.getModifiers())
                        && m.getParameterCount() == 1
                        && m.getParameterTypes()[0].isAssignableFrom(String.class)
                        && m.getParameterTypes()[0] != Object.class
                        && type.isAssignableFrom(m.getReturnType()))
                .peek(m -> m.setAccessible(isOurs(type)))
                .findFirst();
    }

    private static Optional<TextConversion> constructor(Class<?> type) {
        try {
            var constructor = type.getConstructor(String.class);
            return Optional.of(constructor::newInstance);
        } catch (NoSuchMethodException _) {
            return Optional.empty();
        }
    }

    /// A public method of a type that is not public needs it; the JDK's own neither need nor allow it.
    private static boolean isOurs(Class<?> type) {
        return !type.getName().startsWith("java.");
    }
}
