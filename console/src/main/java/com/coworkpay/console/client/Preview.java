package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be refunded if the payer cancelled now.
///
/// @param deadlineAt the last moment that is in time, where the policy has one
/// @param steps of the policy, earliest first
public record Preview(
        boolean refundable,
        long amountKrw,
        String reason,
        @Nullable Instant deadlineAt,
        List<Step> steps,
        LocalizedText explanation) {

    /// @param text the step with its time and its won
    public record Step(LocalizedText text) {}
}
