package com.coworkpay.refund.policy.domain;

import java.util.List;

/// The refund policy as the payer saw it when paying; kept with the payment, later changes do not touch it.
public sealed interface Policy {

    int MAX_TIERS = 5;

    /// Never by a cancellation.
    record NoRefund() implements Policy {}

    /// Shop orders: until the order is processed.
    record UntilProcessed() implements Policy {}

    /// In full, until so long before the start; exactly then is in time.
    record BeforeStart(RefundDeadline deadline) implements Policy {}

    /// A percentage by how early it is cancelled.
    record TieredPolicy(List<Tier> tiers) implements Policy {
        public TieredPolicy {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.size() > MAX_TIERS) {
                throw new IllegalArgumentException("a tiered policy has one to five tiers");
            }
        }
    }

    record Tier(RefundDeadline deadline, int percent) {
        public Tier {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("percent is 1 to 100");
            }
        }
    }
}
