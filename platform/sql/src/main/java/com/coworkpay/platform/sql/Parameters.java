package com.coworkpay.platform.sql;

import io.vertx.core.buffer.Buffer;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a statement's named parameters; null is a value.
public final class Parameters {

    private final Map<String, @Nullable Object> byName = new LinkedHashMap<>();

    /// Values of a record: a statement takes those that it names.
    private final Map<String, @Nullable Object> ofRecords = new HashMap<>();

    private Parameters() {}

    public static Parameters none() {
        return new Parameters();
    }

    public static Parameters with(String name, @Nullable Object value) {
        return new Parameters().and(name, value);
    }

    /// A duration first.
    public static Parameters with(String name, Duration value) {
        return new Parameters().and(name, value);
    }

    public Parameters and(String name, @Nullable Object value) {
        byName.put(name, value);
        return this;
    }

    /// The components of a record, each under its name, as the columns of its row are typed: an instant in UTC, an enum
    /// as its name, bytes as they are, the components of a record in it. The counterpart of [RowReader].
    public static Parameters of(Record row) {
        Parameters values = new Parameters();
        values.offer(row.getClass(), row);
        return values;
    }

    /// Of a record that is null, each is null.
    private void offer(Class<?> type, @Nullable Object row) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = row == null ? null : value(component, row);
            if (component.getType().isRecord()) {
                offer(component.getType(), value);
            } else {
                ofRecords.put(component.getName(), column(value));
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case byte[] bytes -> Buffer.buffer(bytes);
            case null, default -> value;
        };
    }

    /// A duration travels as seconds and is used by `make_interval(secs => :name)`.
    public Parameters and(String name, Duration duration) {
        return and(name, (Object) (duration.toMillis() / 1000.0));
    }

    @Nullable
    Object get(String name) {
        if (byName.containsKey(name)) {
            return byName.get(name);
        }
        if (ofRecords.containsKey(name)) {
            return ofRecords.get(name);
        }
        throw new IllegalArgumentException("no value for :" + name);
    }

    /// Each value that was named is used: one too many is a mistake.
    void checkAllIn(List<String> names) {
        if (!names.containsAll(byName.keySet())) {
            throw new IllegalArgumentException("the statement takes " + names + ", given: " + byName.keySet());
        }
    }
}
