package com.coworkpay.refund.location.domain;

import com.coworkpay.contracts.TimeZones;
import org.jspecify.annotations.Nullable;

/// What refunds need to know of a location. The highest version wins.
///
/// @param timezone the zone of its calendar days, by its name
/// @param locale `ko` or `en`
/// @param automaticRefunds the switch; absent where KakaoPay was never connected
public record LocationState(
        String locationId,
        long version,
        String timezone,
        String locale,
        @Nullable Boolean automaticRefunds) {

    /// integration-service accepts what it knows; where its data are newer, it may not be known here.
    public boolean isZoneKnown() {
        return TimeZones.find(timezone).isPresent();
    }
}
