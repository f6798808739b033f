package com.coworkpay.refund.query;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.cancellation.LocationReplicaStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/// In which zone the days of a location's lists are.
@ApplicationScoped
class LocationZones {

    /// While the location, or its zone, is not known here: each answer says by which zone its days are.
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final LocationReplicaStore locations;

    LocationZones(LocationReplicaStore locations) {
        this.locations = locations;
    }

    Uni<ZoneId> of(String locationId) {
        return locations.timezone(locationId).map(name -> name.flatMap(TimeZones::find)
                .orElse(KOREA));
    }
}
