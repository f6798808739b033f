package com.coworkpay.integration.location.persistence;

import java.time.Instant;

/// A location whose row this transaction holds: nobody else changes anything of it until the commit.
///
/// @param version before this transaction's change
/// @param now the database's clock, the one clock for all that is written down
public record LocationLock(String locationId, long version, Instant now) {}
