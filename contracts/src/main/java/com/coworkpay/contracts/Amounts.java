package com.coworkpay.contracts;

import org.jspecify.annotations.Nullable;

/// Whole won, split as KakaoPay splits them: `total = supply + vat + taxFree`, none negative. Zero is an amount.
public record Amounts(long totalKrw, long vatKrw, long taxFreeKrw) {

    public static final Amounts NOTHING = new Amounts(0, 0, 0);

    /// Of one payment. Far above any limit of KakaoPay's, which KakaoPay enforces, and far below any overflow.
    public static final long MAX_KRW = 2_000_000_000L;

    /// @throws IllegalArgumentException if a part is negative or the parts exceed the total
    public Amounts {
        if (vatKrw < 0 || taxFreeKrw < 0 || vatKrw > totalKrw || taxFreeKrw > totalKrw - vatKrw) {
            throw new IllegalArgumentException("a part of the amount is negative");
        }
    }

    /// Of a payment: 1 to [#MAX_KRW]. VAT that is not given follows [#usualVatKrw].
    ///
    /// @throws IllegalArgumentException out of these bounds, or if the parts exceed the total
    public static Amounts ofPayment(long totalKrw, long taxFreeKrw, @Nullable Long vatKrw) {
        if (totalKrw < 1 || totalKrw > MAX_KRW) {
            throw new IllegalArgumentException("totalKrw is not between 1 and " + MAX_KRW);
        }
        return new Amounts(totalKrw, vatKrw == null ? usualVatKrw(totalKrw - taxFreeKrw) : vatKrw, taxFreeKrw);
    }

    /// Round half up of an eleventh. Source: KakaoPay "ready", field vat_amount, and "cancel", field cancel_vat_amount.
    ///
    /// @param taxableKrw the part with VAT inside it, not negative
    public static long usualVatKrw(long taxableKrw) {
        return (2 * taxableKrw + 11) / 22;
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
