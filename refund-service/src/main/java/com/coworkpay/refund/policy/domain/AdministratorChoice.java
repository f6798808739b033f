package com.coworkpay.refund.policy.domain;

/// What an administrator who cancelled something chose to refund.
public sealed interface AdministratorChoice {

    record None() implements AdministratorChoice {}

    record Full() implements AdministratorChoice {}

    record Amount(long amountKrw) implements AdministratorChoice {
        public Amount {
            if (amountKrw < 0) {
                throw new IllegalArgumentException("amountKrw is negative");
            }
        }
    }
}
