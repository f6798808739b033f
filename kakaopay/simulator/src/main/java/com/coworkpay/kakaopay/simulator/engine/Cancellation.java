package com.coworkpay.kakaopay.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that moved back to the payer.
public record Cancellation(
        String aid, Amounts amounts, @Nullable String payload, Instant at) {}
