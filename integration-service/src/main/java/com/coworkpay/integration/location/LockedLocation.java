package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.LocationState;
import java.time.Instant;

/// A location that nobody else can change until this transaction ends.
///
/// @param now the database's clock
public record LockedLocation(LocationState state, Instant now) {}
