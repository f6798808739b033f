package com.coworkpay.console.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What would be refunded if the payer cancelled now.
///
/// @param deadlineAt the last moment that is in time, where the policy has one
public record Preview(
        boolean refundable, long amountKrw, @Nullable Instant deadlineAt, LocalizedText explanation) {}
