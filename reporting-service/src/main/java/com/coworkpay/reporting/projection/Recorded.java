package com.coworkpay.reporting.projection;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.platform.outbox.IncomingEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole state of something, which replaces every state of a lower version. An event's type says only what changed,
/// so all of a topic are read alike. Coded values are kept as they come, whether they are known here or not.
///
/// A sender may publish a state again; of those the one that was written first is kept, so that the report does not
/// depend on how often or in which order anything came.
///
/// @param key whose state this is
/// @param recordedAt when the sender wrote it
record Recorded<T extends Record>(Comparable<?> key, long version, Instant recordedAt, T state) {

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static Recorded<PaymentStateV1> payment(IncomingEvent event) {
        PaymentStateV1 state = PaymentStateV1.read(event.data());
        return new Recorded<>(state.paymentId(), state.version(), event.time(), state);
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static Recorded<RefundStateV1> refunds(IncomingEvent event) {
        RefundStateV1 state = RefundStateV1.read(event.data());
        return new Recorded<>(state.paymentId(), state.version(), event.time(), state);
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static Recorded<LocationStateV1> location(IncomingEvent event) {
        LocationStateV1 state = LocationStateV1.read(event.data());
        return new Recorded<>(state.locationId(), state.version(), event.time(), state);
    }

    private boolean isBefore(Recorded<T> other) {
        return version != other.version ? version > other.version : recordedAt.isBefore(other.recordedAt);
    }

    /// The state that counts of each, and no other.
    static <T extends Record> List<Recorded<T>> latest(Collection<Recorded<T>> states) {
        Map<Object, Recorded<T>> byKey = new LinkedHashMap<>();
        states.forEach(state -> byKey.merge(state.key, state, (latest, next) -> next.isBefore(latest) ? next : latest));
        return List.copyOf(byKey.values());
    }
}
