package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.RuleResult;
import java.time.Instant;
import java.util.UUID;

/// What a cancellation at that moment would refund. Nothing is cancelled or stored.
record Preview(UUID paymentId, Instant at, DecisionInput input, RuleResult result, LocalizedText explanation) {}
