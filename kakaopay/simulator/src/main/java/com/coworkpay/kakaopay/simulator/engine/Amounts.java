package com.coworkpay.kakaopay.simulator.engine;

/// A total in whole won with its tax-free part and VAT; the rest of the total is the supply.
public record Amounts(long totalKrw, long taxFreeKrw, long vatKrw) {

    public static final Amounts ZERO = new Amounts(0, 0, 0);

    public Amounts {
        if (taxFreeKrw < 0 || vatKrw < 0 || taxFreeKrw + vatKrw > totalKrw) {
            throw new IllegalArgumentException(
                    "does not add up: total " + totalKrw + ", tax-free " + taxFreeKrw + ", VAT " + vatKrw);
        }
    }

    /// KakaoPay's VAT where none is given: round((total − tax-free) / 11), half up (2200 → 200).
    public static long defaultVatKrw(long totalKrw, long taxFreeKrw) {
        return (2 * (totalKrw - taxFreeKrw) + 11) / 22;
    }

    /// Whether a part can be taken out so that what is left still adds up.
    public boolean covers(long totalKrw, long taxFreeKrw, long vatKrw) {
        long leftTaxFreeKrw = this.taxFreeKrw - taxFreeKrw;
        long leftVatKrw = this.vatKrw - vatKrw;
        return taxFreeKrw + vatKrw <= totalKrw
                && leftTaxFreeKrw >= 0
                && leftVatKrw >= 0
                && leftTaxFreeKrw + leftVatKrw <= this.totalKrw - totalKrw;
    }

    public Amounts plus(Amounts other) {
        return new Amounts(totalKrw + other.totalKrw, taxFreeKrw + other.taxFreeKrw, vatKrw + other.vatKrw);
    }

    public Amounts minus(Amounts other) {
        return new Amounts(totalKrw - other.totalKrw, taxFreeKrw - other.taxFreeKrw, vatKrw - other.vatKrw);
    }
}
