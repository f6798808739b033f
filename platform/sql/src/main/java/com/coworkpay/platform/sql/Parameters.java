package com.coworkpay.platform.sql;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of a statement's named parameters; null is a value.
public final class Parameters {

    private final Map<String, @Nullable Object> byName = new LinkedHashMap<>();

    private Parameters() {}

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

    /// A duration travels as seconds and is used by `make_interval(secs => :name)`.
    public Parameters and(String name, Duration duration) {
        return and(name, (Object) (duration.toMillis() / 1000.0));
    }

    @Nullable
    Object get(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("no value for :" + name);
        }
        return byName.get(name);
    }

    int size() {
        return byName.size();
    }

    Set<String> names() {
        return byName.keySet();
    }
}
