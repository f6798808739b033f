package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.RefundRule;

/// A case and what the rule says of it.
public record Decided(Undecided about, Decision decision) {

    public static Decided of(Undecided undecided) {
        return new Decided(undecided, RefundRule.decide(undecided.facts()));
    }
}
