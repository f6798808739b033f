package com.coworkpay.refund.settlement.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service has of a payment's cancels at an order inquiry about one of its refunds.
///
/// @param refundId the refund that is inquired about
/// @param expectedKrw the balance that KakaoPay has if there are no cancels but those of the ledger
/// @param notBefore no cancel of this refund can be stamped earlier: its first attempt, less a tolerance
/// @param withoutEffect no attempt of this refund can have taken effect: none was made, or KakaoPay declined the only
///     one
/// @param othersUnsettled whether another refund of the payment has an unknown outcome too
/// @param knownAids KakaoPay's ids of all cancels that the ledger has, ours and those made outside
/// @param outsideAids of these, those of cancels made outside
/// @param failed the payment's other refunds that count as failed, with their amounts
/// @param succeeded the payment's other refunds that have succeeded
public record OurCancels(
        UUID refundId,
        long amountKrw,
        long expectedKrw,
        @Nullable Instant notBefore,
        boolean withoutEffect,
        boolean othersUnsettled,
        Set<String> knownAids,
        Set<String> outsideAids,
        Map<UUID, Long> failed,
        Set<UUID> succeeded) {

    public OurCancels {
        knownAids = Set.copyOf(knownAids);
        outsideAids = Set.copyOf(outsideAids);
        failed = Map.copyOf(failed);
        succeeded = Set.copyOf(succeeded);
    }
}
