package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What this service has of a payment's cancels at an order inquiry about one of its refunds, or about the payment.
///
/// @param refundId the refund that is inquired about; null: none, the payment is compared
/// @param expectedKrw the balance that KakaoPay has if there are no cancels but those of the ledger
/// @param notBefore no cancel of this refund can be stamped earlier: its first attempt, less a tolerance
/// @param withoutEffect no attempt of this refund can have taken effect: none was made, or KakaoPay declined the only
///     one
/// @param othersUnsettled whether another refund of the payment has an unknown outcome too
/// @param knownAids KakaoPay's ids of all cancels that the ledger has, ours and those made outside
/// @param outsideAids of these, those of cancels made outside
/// @param failed the payment's other refunds that count as failed, with their amounts
/// @param succeeded the payment's other refunds that have succeeded
record OurCancels(
        @Nullable UUID refundId,
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

    /// @param refund of this ledger
    public static OurCancels of(Ledger ledger, Refund refund, Duration clockTolerance) {
        List<Refund> others = ledger.refunds().stream()
                .filter(other -> !other.id().equals(refund.id()))
                .toList();
        Instant unsettledSince = refund.unsettledSince();
        return new OurCancels(
                refund.id(),
                refund.amountKrw(),
                ledger.payment().expectedKrw(),
                unsettledSince == null ? null : unsettledSince.minus(clockTolerance),
                refund.cancelAttempts() == 0 || refund.cancelAttempts() == 1 && refund.onlyAttemptDeclined(),
                others.stream().anyMatch(other -> other.status().isUnsettled()),
                aids(ledger.refunds().stream()),
                aids(ledger.refunds().stream().filter(each -> each.origin() == Origin.OUTSIDE)),
                others.stream()
                        .filter(other -> other.status() == RefundStatus.FAILED)
                        .collect(Collectors.toMap(Refund::id, Refund::amountKrw)),
                others.stream()
                        .filter(other -> other.status() == RefundStatus.SUCCEEDED)
                        .map(Refund::id)
                        .collect(Collectors.toSet()));
    }

    /// Of a payment none of whose refunds is unsettled: no cancel that the ledger does not have can be of a refund that
    /// is still open.
    public static OurCancels ofPayment(Ledger ledger) {
        return new OurCancels(
                null,
                0,
                ledger.payment().expectedKrw(),
                null,
                true,
                false,
                aids(ledger.refunds().stream()),
                Set.of(),
                ledger.refunds().stream()
                        .filter(each -> each.status() == RefundStatus.FAILED)
                        .collect(Collectors.toMap(Refund::id, Refund::amountKrw)),
                ledger.refunds().stream()
                        .filter(each -> each.status() == RefundStatus.SUCCEEDED)
                        .map(Refund::id)
                        .collect(Collectors.toSet()));
    }

    /// Whether a cancel carries the payload of the refund that is inquired about.
    public boolean isInquired(@Nullable String payload) {
        return refundId != null && refundId.toString().equals(payload);
    }

    private static Set<String> aids(Stream<Refund> refunds) {
        return refunds.flatMap(refund -> Stream.concat(Stream.ofNullable(refund.aid()), refund.moreAids().stream()))
                .collect(Collectors.toSet());
    }
}
