package com.coworkpay.refund.messaging;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.refund.policy.domain.Before;
import com.coworkpay.refund.policy.domain.Policy;
import com.coworkpay.refund.policy.domain.Policy.Step;
import com.fasterxml.jackson.databind.JsonNode;

/// The policy of the paid event, as it was shown to the payer.
public final class PolicyJson {

    private PolicyJson() {}

    /// @throws IllegalArgumentException if it is none of the contract's
    /// @throws com.coworkpay.platform.outbox.UnreadableEvent if a member is missing or of another kind
    public static Policy read(JsonNode json) {
        EventData policy = EventData.of(json);
        return switch (policy.text("kind")) {
            case "NO_REFUND" -> new Policy.NoRefund();
            case "WHILE_NEW" -> new Policy.WhileNew();
            case "BEFORE_START" -> new Policy.BeforeStart(before(policy));
            case "LADDER" ->
                new Policy.Ladder(policy.objects("steps", Policy.MOST_STEPS).stream()
                        .map(PolicyJson::step)
                        .toList());
            default -> throw new IllegalArgumentException("not one of the policies");
        };
    }

    private static Step step(EventData step) {
        long percent = step.whole("percent", 1);
        return new Step(before(step), Math.clamp(percent, 0, 101));
    }

    private static Before before(EventData policy) {
        return Before.of(policy.text("before"));
    }
}
