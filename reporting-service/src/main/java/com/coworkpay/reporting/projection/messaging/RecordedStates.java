package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.reporting.projection.domain.Recorded;

/// The states that events carry. An event's type says only what changed, so all of a topic are read alike. Coded values
/// are kept as they come, whether they are known here or not.
public final class RecordedStates {

    private RecordedStates() {}

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static Recorded<PaymentStateV1> payment(IncomingEvent event) {
        PaymentStateV1 state = PaymentStateV1.read(event.data());
        return new Recorded<>(state.paymentId(), state.version(), event.time(), state);
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static Recorded<RefundStateV1> refunds(IncomingEvent event) {
        RefundStateV1 state = RefundStateV1.read(event.data());
        return new Recorded<>(state.paymentId(), state.version(), event.time(), state);
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static Recorded<LocationStateV1> location(IncomingEvent event) {
        LocationStateV1 state = LocationStateV1.read(event.data());
        return new Recorded<>(state.locationId(), state.version(), event.time(), state);
    }
}
