package com.coworkpay.reporting.projection.domain;

import java.time.Instant;

/// A location as integration-service publishes it.
///
/// @param timezone the zone's name, whether this process knows its rules or not: the projection is made of events alone
public record LocationState(
        String locationId, long version, Instant recordedAt, String title, String timezone, String locale)
        implements Versioned {

    @Override
    public Object key() {
        return locationId;
    }
}
