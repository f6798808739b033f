package com.coworkpay.refund.policy.domain;

import java.util.List;

/// The refund policy as the payer saw it when paying; kept with the payment, later changes do not touch it.
public sealed interface Policy {

    int MOST_STEPS = 5;

    /// Never by a cancellation.
    record NoRefund() implements Policy {}

    /// Shop orders: until the order was taken in work.
    record WhileNew() implements Policy {}

    /// In full, until so long before the start; exactly then is in time.
    record BeforeStart(Before before) implements Policy {}

    /// A share by how early it is.
    record Ladder(List<Step> steps) implements Policy {
        public Ladder {
            steps = List.copyOf(steps);
            if (steps.isEmpty() || steps.size() > MOST_STEPS) {
                throw new IllegalArgumentException("a ladder has one to five steps");
            }
        }
    }

    record Step(Before before, int percent) {
        public Step {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("percent is 1 to 100");
            }
        }
    }
}
