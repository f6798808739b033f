package com.coworkpay.platform.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a row into a record by the names of its components: `approvedAt` is the column `approved_at`. An `Instant` is
/// read of a timestamptz, an enum by its name, a record from the same row. A null needs a component that is `@Nullable`.
public final class RowReader<T extends Record> {

    private static final Pattern UPPER = Pattern.compile("([A-Z])");

    private record Component(String name, Class<?> type, boolean nullable, Reading reading) {}

    private interface Reading {
        @Nullable
        Object of(Row row, String column);
    }

    private final MethodHandle constructor;
    private final List<Component> components;

    private RowReader(MethodHandle constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /// @param lookup of a class that may call the record's constructor
    /// @throws IllegalArgumentException for a component of a type that no column has
    public static <T extends Record> RowReader<T> of(MethodHandles.Lookup lookup, Class<T> type) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types));
            return new RowReader<>(
                    constructor.asSpreader(Object[].class, types.length),
                    Arrays.stream(declared).map(each -> component(lookup, each)).toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " cannot be made by " + lookup.lookupClass(), e);
        }
    }

    /// The columns of the record, in its order, each with the alias of its table: `p.id, p.version`.
    public String columns(String alias) {
        return String.join(
                ", ", components.stream().map(each -> alias + "." + each.name()).toList());
    }

    /// @throws NullPointerException for a null where the record has none
    public T read(Row row) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            values[i] = component.reading.of(row, component.name);
            if (values[i] == null && !component.nullable) {
                throw new NullPointerException("null in " + component.name);
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

    private static Component component(MethodHandles.Lookup lookup, RecordComponent component) {
        boolean nullable = Arrays.stream(component.getAnnotatedType().getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(Nullable.class::equals);
        String column = UPPER.matcher(component.getName()).replaceAll("_$1").toLowerCase(java.util.Locale.ROOT);
        return new Component(column, component.getType(), nullable, reading(lookup, component.getType()));
    }

    private static Reading reading(MethodHandles.Lookup lookup, Class<?> type) {
        if (type == Instant.class) {
            return RowReader::instant;
        }
        if (type.isEnum()) {
            return (row, column) -> enumValue(type, row.getString(column));
        }
        if (type.isRecord()) {
            RowReader<?> nested = of(lookup, type.asSubclass(Record.class));
            return (row, column) -> nested.read(row);
        }
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        return (row, column) -> row.get(boxed, column);
    }

    private static @Nullable Object instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object enumValue(Class<?> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf((Class) type, name);
    }
}
