package com.coworkpay.refund.query.domain;

import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.Explanation;
import java.time.Instant;
import java.util.UUID;

/// What a cancellation at that moment would give back. Nothing is cancelled or kept.
public record Preview(UUID paymentId, Instant at, DecisionInput input, Decision decision, Explanation explanation) {}
