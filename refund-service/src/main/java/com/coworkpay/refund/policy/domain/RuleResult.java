package com.coworkpay.refund.policy.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether money is refunded, how much, and why or why not.
///
/// @param amountKrw what is refunded now; positive exactly when the reason is one that refunds
/// @param percent the share of the total that the policy gives; 100 but in a tiered policy, 0 when declined
/// @param deadlineAt the last moment that would have been in time, where the policy has one
public record RuleResult(
        DecisionReason reason,
        long amountKrw,
        int percent,
        @Nullable Instant deadlineAt) {

    /// @throws IllegalArgumentException if reason and amount contradict each other
    public RuleResult {
        if (amountKrw < 0 || reason.refunds() != amountKrw > 0) {
            throw new IllegalArgumentException("amount and reason of a decision contradict each other");
        }
    }

    public boolean refunds() {
        return reason.refunds();
    }

    static RuleResult decline(DecisionReason reason) {
        return new RuleResult(reason, 0, 0, null);
    }

    static RuleResult decline(DecisionReason reason, @Nullable Instant deadlineAt) {
        return new RuleResult(reason, 0, 0, deadlineAt);
    }
}
