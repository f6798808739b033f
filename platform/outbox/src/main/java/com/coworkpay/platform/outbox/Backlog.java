package com.coworkpay.platform.outbox;

/// What is not published yet.
///
/// @param events counted up to a bound, so that a long outage does not make the measure dear
/// @param oldestSeconds age of the oldest; 0 if there is none
record Backlog(long events, double oldestSeconds) {}
