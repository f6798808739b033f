package com.coworkpay.platform.outbox;

/// What is not published yet.
///
/// @param events counted up to a bound, so that a long outage does not make the measure dear
/// @param oldestSeconds age of the oldest; 0 if there is none
/// @param blockedKeys keys whose next event Kafka does not take, counted up to a bound
record Backlog(long events, double oldestSeconds, long blockedKeys) {}
