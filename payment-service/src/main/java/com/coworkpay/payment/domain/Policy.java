package com.coworkpay.payment.domain;

import java.util.List;
import java.util.Set;

/// The refund policy as shown to the payer. payment-service only keeps it; refund-service applies it.
public sealed interface Policy {

    /// The deadlines a location can choose from: exact hours, calendar days and weeks.
    Set<String> DEADLINES = Set.of(
            "PT0S", "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT6H", "PT12H", "P1D", "P2D", "P1W", "P2W", "P4W");

    int MAX_TIERS = 5;

    record NoRefund() implements Policy {}

    /// Shop orders: refunded until the order is processed.
    record UntilProcessed() implements Policy {}

    record BeforeStart(String before) implements Policy {
        public BeforeStart {
            requireDeadline(before);
        }
    }

    record Tiered(List<Tier> tiers) implements Policy {
        public Tiered {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.size() > MAX_TIERS) {
                throw new IllegalArgumentException("a tiered policy has one to five tiers");
            }
            if (tiers.stream().map(Tier::before).distinct().count() != tiers.size()) {
                throw new IllegalArgumentException("two tiers have the same deadline");
            }
        }
    }

    record Tier(String before, int percent) {
        public Tier {
            requireDeadline(before);
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("percent is 1 to 100");
            }
        }
    }

    /// Bookings and tickets have a start and are never "new"; orders have no start.
    default boolean fits(PayableType type) {
        return switch (this) {
            case NoRefund _ -> type.hasPolicy();
            case UntilProcessed _ -> type == PayableType.SHOP_ORDER;
            case BeforeStart _, Tiered _ -> type == PayableType.BOOKING || type == PayableType.EVENT_TICKET;
        };
    }

    private static void requireDeadline(String before) {
        if (!DEADLINES.contains(before)) {
            throw new IllegalArgumentException("not one of the deadlines a location can choose: before");
        }
    }
}
