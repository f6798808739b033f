package com.coworkpay.refund.domain;

/// Whole won, split as KakaoPay splits them: `total = supply + vat + taxFree`, none negative. Zero is an amount.
public record Amounts(long totalKrw, long vatKrw, long taxFreeKrw) {

    public static final Amounts NOTHING = new Amounts(0, 0, 0);

    /// @throws IllegalArgumentException if a part is negative or the parts exceed the total
    public Amounts {
        if (vatKrw < 0 || taxFreeKrw < 0 || vatKrw > totalKrw || taxFreeKrw > totalKrw - vatKrw) {
            throw new IllegalArgumentException("a part of the amount is negative");
        }
    }

    public long supplyKrw() {
        return totalKrw - vatKrw - taxFreeKrw;
    }

    /// With VAT inside it.
    public long taxableKrw() {
        return totalKrw - taxFreeKrw;
    }

    public boolean isNothing() {
        return totalKrw == 0;
    }

    public Amounts plus(Amounts other) {
        return new Amounts(totalKrw + other.totalKrw, vatKrw + other.vatKrw, taxFreeKrw + other.taxFreeKrw);
    }

    /// @throws IllegalArgumentException if `other` does not fit into this, in whole or in a part
    public Amounts minus(Amounts other) {
        return new Amounts(totalKrw - other.totalKrw, vatKrw - other.vatKrw, taxFreeKrw - other.taxFreeKrw);
    }
}
