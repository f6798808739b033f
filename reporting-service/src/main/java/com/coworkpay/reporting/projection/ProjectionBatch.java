package com.coworkpay.reporting.projection;

import com.coworkpay.reporting.projection.domain.LocationState;
import com.coworkpay.reporting.projection.domain.PaymentState;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.RefundsState;
import com.coworkpay.reporting.projection.domain.Versioned;
import java.util.List;

/// What a batch of events says, and how far the topics are read with it. The latest state of each payment and
/// location is enough: it replaces the others.
public record ProjectionBatch(
        List<PaymentState> payments,
        List<RefundsState> refunds,
        List<LocationState> locations,
        List<Position> positions) {

    public ProjectionBatch {
        payments = Versioned.latest(payments);
        refunds = Versioned.latest(refunds);
        locations = Versioned.latest(locations);
        positions = List.copyOf(positions);
    }

    public static ProjectionBatch of(List<Position> positions) {
        return new ProjectionBatch(List.of(), List.of(), List.of(), positions);
    }

    public static ProjectionBatch ofPayments(List<PaymentState> payments, List<Position> positions) {
        return new ProjectionBatch(payments, List.of(), List.of(), positions);
    }

    public static ProjectionBatch ofRefunds(List<RefundsState> refunds, List<Position> positions) {
        return new ProjectionBatch(List.of(), refunds, List.of(), positions);
    }

    public static ProjectionBatch ofLocations(List<LocationState> locations, List<Position> positions) {
        return new ProjectionBatch(List.of(), List.of(), locations, positions);
    }
}
