package com.coworkpay.refund.policy.domain;

/// What an administrator who cancelled something wants to give back.
public sealed interface Choice {

    record None() implements Choice {}

    record Full() implements Choice {}

    record Amount(long amountKrw) implements Choice {
        public Amount {
            if (amountKrw < 0) {
                throw new IllegalArgumentException("amountKrw is negative");
            }
        }
    }
}
