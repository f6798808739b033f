package com.coworkpay.kakaopay.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that moved to the merchant.
public record Approval(String aid, @Nullable String payload, Instant at) {}
