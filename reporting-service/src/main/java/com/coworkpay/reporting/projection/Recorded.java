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
///
/// @param key whose state this is
/// @param recordedAt when the sender wrote it
public record Recorded<T extends Record>(Comparable<?> key, long version, Instant recordedAt, T state) {

    public boolean isBefore(Recorded<T> other) {
        return version != other.version ? version > other.version : recordedAt.isBefore(other.recordedAt);
    }

    /// The state that counts of each, and no other.
    public static <T extends Record> List<Recorded<T>> latest(Collection<Recorded<T>> states) {
        Map<Object, Recorded<T>> byKey = new LinkedHashMap<>();
        states.forEach(state -> byKey.merge(state.key, state, (latest, next) -> next.isBefore(latest) ? next : latest));
        return List.copyOf(byKey.values());
    }
}
