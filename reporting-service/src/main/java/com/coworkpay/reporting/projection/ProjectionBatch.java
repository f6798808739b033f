package com.coworkpay.reporting.projection;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.reporting.projection.domain.Position;
import java.util.List;

/// What a batch of events says, and how far the topics are read with it. The latest state of each payment and
/// location is enough: it replaces the others.
record ProjectionBatch(
        List<Recorded<PaymentStateV1>> payments,
        List<Recorded<RefundStateV1>> refunds,
        List<Recorded<LocationStateV1>> locations,
        List<Position> positions) {

    ProjectionBatch {
        payments = Recorded.latest(payments);
        refunds = Recorded.latest(refunds);
        locations = Recorded.latest(locations);
        positions = List.copyOf(positions);
    }

    static ProjectionBatch of(List<Position> positions) {
        return new ProjectionBatch(List.of(), List.of(), List.of(), positions);
    }

    static ProjectionBatch ofPayments(List<Recorded<PaymentStateV1>> payments, List<Position> positions) {
        return new ProjectionBatch(payments, List.of(), List.of(), positions);
    }

    static ProjectionBatch ofRefunds(List<Recorded<RefundStateV1>> refunds, List<Position> positions) {
        return new ProjectionBatch(List.of(), refunds, List.of(), positions);
    }

    static ProjectionBatch ofLocations(List<Recorded<LocationStateV1>> locations, List<Position> positions) {
        return new ProjectionBatch(List.of(), List.of(), locations, positions);
    }
}
