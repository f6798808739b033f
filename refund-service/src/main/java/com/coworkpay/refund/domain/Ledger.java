package com.coworkpay.refund.domain;

/// One payment's money: what was paid, what went back, what is on its way back.
public record Ledger(Amounts paid, Amounts refunded, Amounts reserved) {

    /// @throws IllegalArgumentException if more is refunded or reserved than was paid, in whole or in a part
    public Ledger {
        if (paid.isNothing()) {
            throw new IllegalArgumentException("nothing was paid");
        }
        paid.minus(refunded).minus(reserved);
    }

    public static Ledger of(Amounts paid) {
        return new Ledger(paid, Amounts.NOTHING, Amounts.NOTHING);
    }

    /// What may still be promised.
    public Amounts left() {
        return paid.minus(refunded).minus(reserved);
    }

    public long balanceKrw() {
        return left().totalKrw();
    }

    public Ledger reserve(Amounts part) {
        return new Ledger(paid, refunded, reserved.plus(part));
    }

    public Ledger succeed(Amounts part) {
        return new Ledger(paid, refunded.plus(part), reserved.minus(part));
    }

    public Ledger release(Amounts part) {
        return new Ledger(paid, refunded, reserved.minus(part));
    }
}
