package com.coworkpay.reporting.projection;

import com.coworkpay.reporting.projection.domain.LocationState;
import com.coworkpay.reporting.projection.domain.PaymentState;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.RefundsState;
import com.coworkpay.reporting.projection.domain.Versioned;
import java.util.List;

/// What a batch of events says, and how far the topics are read with it. One standing state of each payment and
/// location is enough: the others are replaced by it.
public record Facts(
        List<PaymentState> payments,
        List<RefundsState> refunds,
        List<LocationState> locations,
        List<Position> positions) {

    public Facts {
        payments = Versioned.standing(payments);
        refunds = Versioned.standing(refunds);
        locations = Versioned.standing(locations);
        positions = List.copyOf(positions);
    }

    public static Facts of(List<Position> positions) {
        return new Facts(List.of(), List.of(), List.of(), positions);
    }

    public static Facts ofPayments(List<PaymentState> payments, List<Position> positions) {
        return new Facts(payments, List.of(), List.of(), positions);
    }

    public static Facts ofRefunds(List<RefundsState> refunds, List<Position> positions) {
        return new Facts(List.of(), refunds, List.of(), positions);
    }

    public static Facts ofLocations(List<LocationState> locations, List<Position> positions) {
        return new Facts(List.of(), List.of(), locations, positions);
    }
}
