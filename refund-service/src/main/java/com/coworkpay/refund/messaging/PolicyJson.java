package com.coworkpay.refund.messaging;

import com.coworkpay.refund.policy.domain.Before;
import com.coworkpay.refund.policy.domain.Policy;
import com.coworkpay.refund.policy.domain.Policy.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The policy of the paid event, as it was shown to the payer.
public final class PolicyJson {

    private PolicyJson() {}

    /// @throws IllegalArgumentException if it is none of the contract's
    public static Policy read(JsonNode json) {
        return switch (json.path("kind").asText()) {
            case "NO_REFUND" -> new Policy.NoRefund();
            case "WHILE_NEW" -> new Policy.WhileNew();
            case "BEFORE_START" -> new Policy.BeforeStart(before(json));
            case "LADDER" -> new Policy.Ladder(steps(json.path("steps")));
            default -> throw new IllegalArgumentException("not one of the policies");
        };
    }

    private static List<Step> steps(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.forEach(
                step -> steps.add(new Step(before(step), step.path("percent").asInt())));
        return steps;
    }

    private static Before before(JsonNode json) {
        return Before.of(json.path("before").asText());
    }
}
