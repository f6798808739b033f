package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.RefundRule;

/// A case and what the rule says of it.
public record DecidedCase(DecisionCase decisionCase, Decision decision) {

    public static DecidedCase of(DecisionCase decisionCase) {
        return new DecidedCase(decisionCase, RefundRule.decide(decisionCase.input()));
    }
}
