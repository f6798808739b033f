package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.time.ZoneId;

/// A location as integration-service tells it.
public record LocationState(
        String locationId, long version, Instant recordedAt, String title, ZoneId zone, String locale)
        implements Versioned {

    @Override
    public Object key() {
        return locationId;
    }
}
