package com.coworkpay.platform.sql;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a row into a record by the names of its components: `approvedAt` is the column `approved_at`. An `Instant` is
/// read of a timestamptz, an enum by its name, bytes of a bytea, a record from the same row (null where all of its
/// columns are), a list of records from a JSON array whose objects have the components as members. A null needs a
/// component that is `@Nullable`.
public final class RowReader<T extends Record> {

    private static final Pattern UPPER = Pattern.compile("([A-Z])");

    /// @param columns that it is read of: its own, or those of its record
    /// @param nested of a record, or of the records of a list
    /// @param conversion into a type that no column has
    private record Component(
            String name,
            String column,
            List<String> columns,
            boolean nullable,
            Class<?> type,
            @Nullable RowReader<?> nested,
            @Nullable Function<Object, Object> conversion) {}

    private final MethodHandle constructor;
    private final List<Component> components;

    private RowReader(MethodHandle constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /// @param lookup of a class that may call the record's constructor
    /// @throws IllegalArgumentException for a component of a type that no column has
    public static <T extends Record> RowReader<T> of(MethodHandles.Lookup lookup, Class<T> type) {
        return of(lookup, type, Map.of());
    }

    /// @param conversions of a column's value into a type that no column has, such as of JSON into a policy
    public static <T extends Record> RowReader<T> of(
            MethodHandles.Lookup lookup, Class<T> type, Map<Class<?>, Function<Object, Object>> conversions) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types));
            return new RowReader<>(
                    constructor.asSpreader(Object[].class, types.length),
                    Arrays.stream(declared)
                            .map(each -> component(lookup, each, conversions))
                            .toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " cannot be made by " + lookup.lookupClass(), e);
        }
    }

    /// The columns of the record, in its order, each with the alias of its table: `p.id, p.version`.
    public String columns(String alias) {
        return columns().map(each -> alias + "." + each).collect(Collectors.joining(", "));
    }

    private Stream<String> columns() {
        return components.stream().flatMap(each -> each.columns.stream());
    }

    /// @throws NullPointerException for a null where the record has none
    public T read(Row row) {
        return read(component -> column(row, component));
    }

    private T read(Function<Component, @Nullable Object> source) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            values[i] = source.apply(component);
            if (values[i] == null && !component.nullable) {
                throw new NullPointerException("null in " + component.column);
            }
        }
        return made(values);
    }

    @SuppressWarnings("unchecked")
    private T made(@Nullable Object[] values) {
        try {
            return (T) constructor.invoke(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component component(
            MethodHandles.Lookup lookup,
            RecordComponent component,
            Map<Class<?>, Function<Object, Object>> conversions) {
        boolean nullable = Arrays.stream(component.getAnnotatedType().getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(Nullable.class::equals);
        String column = UPPER.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
        Class<?> type = component.getType();
        RowReader<?> nested = null;
        if (type.isRecord()) {
            nested = of(lookup, type.asSubclass(Record.class), conversions);
        } else if (type == List.class) {
            nested = of(lookup, element(component).asSubclass(Record.class), conversions);
        }
        List<String> columns = nested == null || type == List.class
                ? List.of(column)
                : nested.columns().toList();
        return new Component(component.getName(), column, columns, nullable, type, nested, conversions.get(type));
    }

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static @Nullable Object column(Row row, Component component) {
        RowReader<?> nested = component.nested;
        if (nested != null) {
            return component.type == List.class
                    ? nested.list(row.get(JsonArray.class, component.column))
                    : record(row, nested, component);
        }
        Function<Object, Object> conversion = component.conversion;
        if (conversion != null) {
            Object value = row.getValue(component.column);
            return value == null ? null : conversion.apply(value);
        }
        return value(row, component);
    }

    private static @Nullable Object record(Row row, RowReader<?> nested, Component component) {
        boolean isNull = component.nullable && component.columns.stream().allMatch(each -> row.getValue(each) == null);
        return isNull ? null : nested.read(row);
    }

    private static @Nullable Object value(Row row, Component component) {
        if (component.type == Instant.class) {
            OffsetDateTime at = row.getOffsetDateTime(component.column);
            return at == null ? null : at.toInstant();
        } else if (component.type.isEnum()) {
            String name = row.getString(component.column);
            return name == null ? null : enumValue(component.type, name);
        } else if (component.type == byte[].class) {
            Buffer buffer = row.getBuffer(component.column);
            return buffer == null ? null : buffer.getBytes();
        }
        return row.get(boxed(component.type), component.column);
    }

    private @Nullable List<T> list(@Nullable JsonArray objects) {
        return objects == null
                ? null
                : objects.stream()
                        .map(JsonObject.class::cast)
                        .map(object -> read(component -> member(object, component)))
                        .toList();
    }

    private static @Nullable Object member(JsonObject object, Component component) {
        Object value = object.getValue(component.name);
        Class<?> type = boxed(component.type);
        if (value == null) {
            return null;
        } else if (type == Instant.class) {
            return Instant.parse((String) value);
        } else if (type == UUID.class) {
            return UUID.fromString((String) value);
        } else if (type == Long.class) {
            return ((Number) value).longValue();
        } else if (type.isEnum()) {
            return enumValue(type, (String) value);
        }
        return value;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object enumValue(Class<?> type, String name) {
        return Enum.valueOf((Class) type, name);
    }
}
