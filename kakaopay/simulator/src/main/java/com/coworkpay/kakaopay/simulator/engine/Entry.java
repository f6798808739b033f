package com.coworkpay.kakaopay.simulator.engine;

import java.time.Instant;

/// One line of the journal.
public record Entry(long sequence, Instant at, Change change) {}
