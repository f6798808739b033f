package com.coworkpay.refund.query;

import com.coworkpay.refund.cancellation.LocationReplicaStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Reads the limit above which another person approves what people give back.
@ApplicationScoped
class FindApprovalLimit {

    private final LocationReplicaStore locations;

    FindApprovalLimit(LocationReplicaStore locations) {
        this.locations = locations;
    }

    /// In whole won; empty while the location is not known.
    Uni<Optional<Long>> ofLocation(String locationId) {
        return locations.approvalLimitKrw(locationId);
    }
}
