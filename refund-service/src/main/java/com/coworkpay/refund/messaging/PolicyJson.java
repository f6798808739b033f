package com.coworkpay.refund.messaging;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.refund.policy.domain.Policy;
import com.coworkpay.refund.policy.domain.Policy.Tier;
import com.coworkpay.refund.policy.domain.RefundDeadline;
import com.fasterxml.jackson.databind.JsonNode;

/// The policy of the paid event, as it was shown to the payer.
public final class PolicyJson {

    private PolicyJson() {}

    /// @throws IllegalArgumentException if it is none of the contract's
    /// @throws com.coworkpay.platform.outbox.UnreadableEventException if a member is missing or of another kind
    public static Policy read(JsonNode json) {
        EventData policy = EventData.of(json);
        return switch (policy.text("kind")) {
            case "NO_REFUND" -> new Policy.NoRefund();
            case "UNTIL_PROCESSED" -> new Policy.UntilProcessed();
            case "BEFORE_START" -> new Policy.BeforeStart(deadline(policy));
            case "TIERED" ->
                new Policy.TieredPolicy(policy.objects("tiers", Policy.MAX_TIERS).stream()
                        .map(PolicyJson::tier)
                        .toList());
            default -> throw new IllegalArgumentException("not one of the policies");
        };
    }

    private static Tier tier(EventData tier) {
        long percent = tier.whole("percent", 1);
        return new Tier(deadline(tier), Math.clamp(percent, 0, 101));
    }

    private static RefundDeadline deadline(EventData policy) {
        return RefundDeadline.of(policy.text("before"));
    }
}
