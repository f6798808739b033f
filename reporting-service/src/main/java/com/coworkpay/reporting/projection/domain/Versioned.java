package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole state of something, which replaces every state of a lower version.
///
/// A sender may publish a state again; of those the one that was written first is kept, so that the report does not
/// depend on how often or in which order anything came.
public interface Versioned {

    /// Whose state this is.
    Object key();

    long version();

    /// When the sender wrote it.
    Instant recordedAt();

    default boolean isBefore(Versioned other) {
        return version() != other.version()
                ? version() > other.version()
                : recordedAt().isBefore(other.recordedAt());
    }

    /// The state that counts of each, and no other.
    static <T extends Versioned> List<T> latest(Collection<T> states) {
        Map<Object, T> byKey = new LinkedHashMap<>();
        states.forEach(
                state -> byKey.merge(state.key(), state, (latest, next) -> next.isBefore(latest) ? next : latest));
        return List.copyOf(byKey.values());
    }
}
