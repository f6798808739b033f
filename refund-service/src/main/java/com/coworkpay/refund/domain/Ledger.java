package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
/// One payment's money: what was paid, what KakaoPay refunded, what is reserved.
///
/// @param elsewhereKrw what a person recorded as refunded elsewhere: it lowers what can be refunded, and has no parts,
///     as KakaoPay does not have it

public record Ledger(Amounts paid, Amounts refunded, Amounts reserved, long elsewhereKrw) {

    public Ledger(Amounts paid, Amounts refunded, Amounts reserved) {
        this(paid, refunded, reserved, 0);
    }

    /// @throws IllegalArgumentException if more is refunded or reserved than was paid, in whole or in a part
    public Ledger {
        if (paid.isNothing()) {
            throw new IllegalArgumentException("nothing was paid");
        }
        if (elsewhereKrw < 0
                || elsewhereKrw > paid.minus(refunded).minus(reserved).totalKrw()) {
            throw new IllegalArgumentException("more was refunded elsewhere than was left");
        }
    }

    public static Ledger of(Amounts paid) {
        return new Ledger(paid, Amounts.NOTHING, Amounts.NOTHING);
    }

    /// What KakaoPay can still refund, with its parts.
    public Amounts left() {
        return paid.minus(refunded).minus(reserved);
    }

    /// What can still be refunded.
    public long balanceKrw() {
        return left().totalKrw() - elsewhereKrw;
    }

    public Ledger reserve(Amounts part) {
        return new Ledger(paid, refunded, reserved.plus(part), elsewhereKrw);
    }

    public Ledger succeed(Amounts part) {
        return new Ledger(paid, refunded.plus(part), reserved.minus(part), elsewhereKrw);
    }

    public Ledger release(Amounts part) {
        return new Ledger(paid, refunded, reserved.minus(part), elsewhereKrw);
    }
}
