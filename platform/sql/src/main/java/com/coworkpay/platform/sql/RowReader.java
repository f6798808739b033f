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
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a row into a record by the names of its components: `approvedAt` is the column `approved_at`. An `Instant` is
/// read of a timestamptz, an enum by its name, a record from the same row. A null needs a component that is
/// `@Nullable`.
public final class RowReader<T extends Record> {

    private static final Pattern UPPER = Pattern.compile("([A-Z])");

    /// @param columns that it is read of: its own, or those of its record
    private record Component(String name, List<String> columns, boolean nullable, Reading reading) {}

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
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
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
        return columns().map(each -> alias + "." + each).collect(Collectors.joining(", "));
    }

    private Stream<String> columns() {
        return components.stream().flatMap(each -> each.columns.stream());
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
        String column = UPPER.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
        Class<?> type = component.getType();
        if (type.isRecord()) {
            RowReader<?> nested = of(lookup, type.asSubclass(Record.class));
            return new Component(column, nested.columns().toList(), nullable, (row, _) -> nested.read(row));
        }
        return new Component(column, List.of(column), nullable, reading(type));
    }

    private static Reading reading(Class<?> type) {
        if (type == Instant.class) {
            return RowReader::instant;
        }
        if (type.isEnum()) {
            return (row, column) -> enumValue(type, row.getString(column));
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
