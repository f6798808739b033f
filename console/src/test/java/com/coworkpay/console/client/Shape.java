package com.coworkpay.console.client;

import com.coworkpay.console.support.Contracts;
import com.coworkpay.console.support.Contracts.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A record beside the schema of what it reads or sends: each component is a property of a fitting type, and may be
/// null
/// exactly where the schema lets it be absent or null.
final class Shape {

    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
    private static final Set<Class<?>> INTS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private final Operation operation;
    private final boolean isSent;
    private final List<String> faults;
    private final Set<Type> checked = new HashSet<>();

    Shape(Operation operation, boolean isSent, List<String> faults) {
        this.operation = operation;
        this.isSent = isSent;
        this.faults = faults;
    }

    void check(String name, Type type, JsonNode asked) {
        JsonNode schema = notNull(asked);
        if (schema.isMissingNode()) {
            faults.add(operation + ": " + name + " is in no schema");
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            require(is(schema, "array"), name + " is no array");
            check(name + "[]", generic.getActualTypeArguments()[0], schema.path("items"));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            map(name, generic, schema);
        } else if (type instanceof Class<?> single) {
            single(name, single, schema);
        } else {
            faults.add(name + " has a type that this test does not know: " + type);
        }
    }

    private void map(String name, ParameterizedType generic, JsonNode schema) {
        require(is(schema, "object"), name + " is no object");
        Type values = generic.getActualTypeArguments()[1];
        if (values != Object.class) {
            check(name + "{}", values, schema.path("additionalProperties"));
        }
    }

    private void single(String name, Class<?> type, JsonNode schema) {
        String format = schema.path("format").asText();
        if (type.isRecord()) {
            record(name, type, schema);
        } else if (type == String.class) {
            require(is(schema, "string"), name + " is no string");
            require(!format.equals("date-time") || isSent, name + " is an instant");
        } else if (LONGS.contains(type)) {
            require(is(schema, "integer"), name + " is no integer");
        } else if (INTS.contains(type)) {
            require(is(schema, "integer") && !format.equals("int64"), name + " needs a long");
        } else if (BOOLEANS.contains(type)) {
            require(is(schema, "boolean"), name + " is no boolean");
        } else if (type == Instant.class) {
            require(format.equals("date-time"), name + " is no instant");
        } else if (type == LocalDate.class) {
            require(format.equals("date"), name + " is no day");
        } else if (type.isEnum()) {
            Set<String> words = new HashSet<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            Set<String> ours = new HashSet<>();
            for (Object constant : type.getEnumConstants()) {
                ours.add(constant.toString());
            }
            require(isSent ? words.containsAll(ours) : ours.containsAll(words), name + " has other words: " + words);
        } else {
            faults.add(name + " has a type that this test does not know: " + type);
        }
    }

    private void record(String name, Class<?> type, JsonNode schema) {
        if (!checked.add(type)) {
            return;
        }
        require(is(schema, "object"), name + " is no object");
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        Set<String> ours = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = name + "." + component.getName();
            JsonNode property = schema.path("properties").path(component.getName());
            ours.add(component.getName());
            if (property.isMissingNode()) {
                faults.add(operation + ": " + path + " is not in the contract");
                continue;
            }
            boolean mayBeNull = mayBeNull(property) || !required.contains(component.getName());
            boolean isNullable = isNullable(component.getAnnotatedType()) || isNullable(component);
            if (isNullable != mayBeNull) {
                faults.add(operation + ": " + path + (mayBeNull ? " may be null" : " is never null"));
            }
            check(path, component.getGenericType(), property);
        }
        if (isSent) {
            required.stream()
                    .filter(each -> !ours.contains(each))
                    .forEach(each -> faults.add(name + " does not send " + each));
        }
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private boolean mayBeNull(JsonNode schema) {
        return is(schema, "null")
                || alternatives(schema)
                        .anyMatch(each -> each.path("type").asText().equals("null"));
    }

    /// Without the alternative `null`, and behind a reference.
    private JsonNode notNull(JsonNode asked) {
        JsonNode schema = alternatives(asked)
                .filter(each -> !each.path("type").asText().equals("null"))
                .findFirst()
                .orElse(asked);
        return Contracts.resolved(operation.file(), schema);
    }

    private static java.util.stream.Stream<JsonNode> alternatives(JsonNode schema) {
        return StreamSupport.stream(
                schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").spliterator(), false);
    }

    private static boolean is(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(type))
                : types.asText().equals(type);
    }

    private void require(boolean isRight, String fault) {
        if (!isRight) {
            faults.add(operation + ": " + fault);
        }
    }
}
