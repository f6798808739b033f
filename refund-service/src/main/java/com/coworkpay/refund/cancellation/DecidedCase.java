package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.policy.domain.RuleResult;

/// A case and what the rule says of it.
record DecidedCase(DecisionCase decisionCase, RuleResult result) {

    public static DecidedCase of(DecisionCase decisionCase) {
        return new DecidedCase(decisionCase, RefundRule.decide(decisionCase.input()));
    }
}
