package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The refund policy as it was shown to the payer; kept with the payment, later changes do not touch it. This file has
/// its one JSON form.
public sealed interface RefundPolicy {

    int MAX_TIERS = 5;

    /// Nothing is refunded by a cancellation.
    record NoRefund() implements RefundPolicy {}

    /// Shop orders: in full until the order is processed.
    record UntilProcessed() implements RefundPolicy {}

    /// In full until so long before the start; exactly then is in time.
    record BeforeStart(RefundDeadline deadline) implements RefundPolicy {}

    /// A share by how early the cancellation is.
    record Tiered(List<Tier> tiers) implements RefundPolicy {
        /// @throws IllegalArgumentException for none, too many, or two of the same deadline
        public Tiered {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.size() > MAX_TIERS) {
                throw new IllegalArgumentException("a tiered policy has one to five tiers");
            }
            if (tiers.stream().map(Tier::deadline).distinct().count() != tiers.size()) {
                throw new IllegalArgumentException("two tiers have the same deadline");
            }
        }
    }

    record Tier(RefundDeadline deadline, int percent) {
        public Tier {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("percent is 1 to 100");
            }
        }
    }

    /// One that this process does not understand: a newer payment-service may know more kinds and deadlines. The
    /// payment
    /// is recorded all the same, and nothing is decided by it until a process that understands it reads it again.
    record Unknown(JsonNode json) implements RefundPolicy {}

    static RefundPolicy of(JsonNode json) {
        try {
            return read(EventData.of(json));
        } catch (UnreadableEventException | IllegalArgumentException notUnderstood) {
            return new Unknown(json);
        }
    }

    private static RefundPolicy read(EventData policy) {
        return switch (policy.text("kind")) {
            case "NO_REFUND" -> new NoRefund();
            case "UNTIL_PROCESSED" -> new UntilProcessed();
            case "BEFORE_START" -> new BeforeStart(policy.enumValue("before", RefundDeadline.class));
            case "TIERED" ->
                new Tiered(policy.objects("tiers", MAX_TIERS).stream()
                        .map(tier -> new Tier(tier.enumValue("before", RefundDeadline.class), (int)
                                Math.clamp(tier.longValue("percent"), 0, 101)))
                        .toList());
            case String other -> throw policy.unreadable("kind", "one of the kinds");
        };
    }

    @JsonValue
    default JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case NoRefund _ -> json.put("kind", "NO_REFUND");
            case UntilProcessed _ -> json.put("kind", "UNTIL_PROCESSED");
            case BeforeStart(RefundDeadline deadline) ->
                json.put("kind", "BEFORE_START").put("before", deadline.name());
            case Tiered(List<Tier> tiers) -> {
                var array = json.put("kind", "TIERED").putArray("tiers");
                tiers.forEach(tier ->
                        array.addObject().put("before", tier.deadline().name()).put("percent", tier.percent()));
                yield json;
            }
            case Unknown(JsonNode unknown) -> unknown;
        };
    }

    /// Bookings and tickets have a start and are never "new"; orders have no start.
    default boolean fits(PayableType type) {
        return switch (this) {
            case NoRefund _ -> type.isRefundedByCancellation();
            case UntilProcessed _ -> type == PayableType.SHOP_ORDER;
            case BeforeStart _, Tiered _ -> type == PayableType.BOOKING || type == PayableType.EVENT_TICKET;
            case Unknown _ -> false;
        };
    }
}
