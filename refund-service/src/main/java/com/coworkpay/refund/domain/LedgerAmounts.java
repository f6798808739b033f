package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import org.jspecify.annotations.Nullable;

/// One payment's money: what was paid, what KakaoPay refunded, what is reserved.
///
/// @param elsewhereKrw what a person recorded as refunded elsewhere: it lowers what can be refunded, and has no parts,
///     as KakaoPay does not have it
public record LedgerAmounts(Amounts paid, Amounts refunded, Amounts reserved, long elsewhereKrw) {

    public LedgerAmounts(Amounts paid, Amounts refunded, Amounts reserved) {
        this(paid, refunded, reserved, 0);
    }

    /// @throws IllegalArgumentException if more is refunded or reserved than was paid, in whole or in a part
    public LedgerAmounts {
        if (paid.isNothing()) {
            throw new IllegalArgumentException("nothing was paid");
        }
        if (elsewhereKrw < 0
                || elsewhereKrw > paid.minus(refunded).minus(reserved).totalKrw()) {
            throw new IllegalArgumentException("more was refunded elsewhere than was left");
        }
    }

    public static LedgerAmounts of(Amounts paid) {
        return new LedgerAmounts(paid, Amounts.NOTHING, Amounts.NOTHING);
    }

    /// What KakaoPay can still refund, with its parts.
    public Amounts left() {
        return paid.minus(refunded).minus(reserved);
    }

    /// What can still be refunded.
    public long balanceKrw() {
        return left().totalKrw() - elsewhereKrw;
    }

    /// As a refund moves its amount.
    ///
    /// @param before absent for a new one
    LedgerAmounts moved(@Nullable Refund before, Refund after) {
        LedgerAmounts free = before != null && before.status().isReserved() ? release(before.amounts()) : this;
        boolean isElsewhere = after.failure() == Failure.REFUNDED_ELSEWHERE
                && (before == null || before.failure() != Failure.REFUNDED_ELSEWHERE);
        return switch (after.status()) {
            case REQUESTED, AWAITING_APPROVAL, IN_FLIGHT, UNKNOWN -> free.reserve(after.amounts());
            case SUCCEEDED ->
                before != null && before.status() == RefundStatus.SUCCEEDED ? free : free.refund(after.amounts());
            case FAILED -> isElsewhere ? free.elsewhere(after.amountKrw()) : free;
        };
    }

    public LedgerAmounts reserve(Amounts part) {
        return new LedgerAmounts(paid, refunded, reserved.plus(part), elsewhereKrw);
    }

    public LedgerAmounts release(Amounts part) {
        return new LedgerAmounts(paid, refunded, reserved.minus(part), elsewhereKrw);
    }

    public LedgerAmounts refund(Amounts part) {
        return new LedgerAmounts(paid, refunded.plus(part), reserved, elsewhereKrw);
    }

    public LedgerAmounts elsewhere(long krw) {
        return new LedgerAmounts(paid, refunded, reserved, elsewhereKrw + krw);
    }
}
