package com.coworkpay.refund.location.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What refunds need to know of a location. The highest version wins.
///
/// @param zone of its calendar days
/// @param locale `ko` or `en`
/// @param automaticRefunds the switch; absent where KakaoPay was never connected
public record LocationState(
        String locationId,
        long version,
        ZoneId zone,
        String locale,
        @Nullable Boolean automaticRefunds) {}
