package com.coworkpay.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key whose next event Kafka does not take.
///
/// @param partition that takes nothing; null if it is the event itself that is refused
/// @param next id of that event
record BlockedKey(OutboxKey key, @Nullable Integer partition, UUID next) {}
