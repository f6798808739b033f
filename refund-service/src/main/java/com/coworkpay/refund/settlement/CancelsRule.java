package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of the cancels that KakaoPay lists are ours (docs/design/refund-service.md has it as a table).
///
/// Where a cancel carries a payload, only ours counts. Where the list shows no payload, the balance settles it: one
/// refund of a payment is in flight at a time, so an available amount that fell by exactly ours, with exactly one
/// unrecorded cancel, made after our first attempt, is ours, unless KakaoPay declined that attempt. Anything else that
/// lowered it was made outside.
final class CancelsRule {

    private CancelsRule() {}

    public static OrderInquiry read(OurCancels ours, long availableKrw, List<KakaoPayCancel> cancels) {
        for (KakaoPayCancel cancel : cancels) {
            if (ours.isInquired(cancel.payload())) {
                if (cancel.aid() != null && ours.outsideAids().contains(cancel.aid())) {
                    return new OrderInquiry.RecordedOutside();
                }
                Long amountKrw = cancel.amountKrw();
                return amountKrw == null || amountKrw == ours.amountKrw()
                        ? new OrderInquiry.Canceled(cancel.aid(), cancel.at())
                        : new OrderInquiry.Contradiction("CANCEL_OF_ANOTHER_AMOUNT");
            }
        }
        long missingKrw = ours.expectedKrw() - availableKrw;
        if (missingKrw == 0) {
            return new OrderInquiry.NotCanceled();
        }
        return missingKrw < 0
                ? new OrderInquiry.Contradiction("MORE_AVAILABLE_THAN_EXPECTED")
                : lower(
                        ours,
                        missingKrw,
                        cancels.stream().filter(c -> isUnrecorded(ours, c)).toList(),
                        cancels.stream().anyMatch(cancel -> cancel.payload() != null));
    }

    private static OrderInquiry lower(
            OurCancels ours, long missingKrw, List<KakaoPayCancel> unrecorded, boolean showsPayloads) {
        List<KakaoPayCancel> withoutPayload = unrecorded.stream()
                .filter(cancel -> cancel.payload() == null && (cancel.amountKrw() == null || !showsPayloads))
                .toList();
        OrderInquiry unexplained = new OrderInquiry.UnexplainedBalance(missingKrw, unrecorded);
        if (ours.othersUnsettled()) {
            return unexplained;
        }
        if (unrecorded.size() == 1
                && withoutPayload.size() == 1
                && missingKrw == ours.amountKrw()
                && !ours.withoutEffect()) {
            KakaoPayCancel only = unrecorded.getFirst();
            if (only.at() == null || !fits(only, missingKrw)) {
                return unexplained;
            }
            if (!isBefore(only, ours.notBefore())) {
                return new OrderInquiry.Canceled(only.aid(), only.at());
            }
        }
        return oneMayBeOurs(ours, missingKrw, withoutPayload) ? unexplained : moved(ours, missingKrw, unrecorded);
    }

    /// Of several without a payload one may be ours, and one may stand for two while the list lags behind the balance;
    /// not if the balance had changed before our first attempt, which is bound to it, nor if KakaoPay declined
    /// that.
    private static boolean oneMayBeOurs(OurCancels ours, long missingKrw, List<KakaoPayCancel> withoutPayload) {
        return !withoutPayload.isEmpty()
                && missingKrw > ours.amountKrw()
                && !ours.withoutEffect()
                && withoutPayload.stream().anyMatch(cancel -> fits(cancel, ours.amountKrw()))
                && withoutPayload.stream().noneMatch(cancel -> isBefore(cancel, ours.notBefore()));
    }

    /// Each cancel that the ledger does not have, if they add up to what is missing.
    private static OrderInquiry moved(OurCancels ours, long missingKrw, List<KakaoPayCancel> unrecorded) {
        List<Movement> movements = new ArrayList<>();
        List<KakaoPayCancel> withoutAmount = new ArrayList<>();
        long restKrw = missingKrw;
        for (KakaoPayCancel cancel : unrecorded) {
            UUID late = lateOf(ours, cancel);
            Long amountKrw = cancel.amountKrw();
            if (late != null) {
                movements.add(new Movement.Late(late, cancel.aid(), cancel.at()));
                restKrw -= Objects.requireNonNull(ours.failed().get(late));
            } else if (cancel.aid() == null) {
                return new OrderInquiry.UnexplainedBalance(missingKrw, unrecorded);
            } else if (amountKrw == null) {
                withoutAmount.add(cancel);
            } else {
                movements.add(new Movement.Outside(List.of(cancel.aid()), amountKrw, cancel.at()));
                restKrw -= amountKrw;
            }
        }
        if (movements.size() + withoutAmount.size() == 0
                || (withoutAmount.isEmpty() ? restKrw != 0 : restKrw < withoutAmount.size())) {
            return new OrderInquiry.UnexplainedBalance(missingKrw, unrecorded);
        }
        if (!withoutAmount.isEmpty()) {
            movements.add(new Movement.Outside(
                    withoutAmount.stream()
                            .map(KakaoPayCancel::aid)
                            .map(Objects::requireNonNull)
                            .toList(),
                    restKrw,
                    withoutAmount.stream()
                            .map(KakaoPayCancel::at)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null)));
        }
        return new OrderInquiry.CanceledOutside(movements);
    }

    private static boolean isUnrecorded(OurCancels ours, KakaoPayCancel cancel) {
        String payload = cancel.payload();
        boolean known = cancel.aid() != null && ours.knownAids().contains(cancel.aid());
        return !known
                && (payload == null
                        || ours.succeeded().stream()
                                .noneMatch(id -> id.toString().equals(payload)));
    }

    private static @Nullable UUID lateOf(OurCancels ours, KakaoPayCancel cancel) {
        return ours.failed().keySet().stream()
                .filter(id -> id.toString().equals(cancel.payload()))
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(KakaoPayCancel cancel, long amountKrw) {
        return cancel.amountKrw() == null || cancel.amountKrw() == amountKrw;
    }

    private static boolean isBefore(KakaoPayCancel cancel, @Nullable Instant notBefore) {
        return cancel.at() != null && notBefore != null && cancel.at().isBefore(notBefore);
    }
}
