package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
/// Divides a partial refund into its parts, so that they fit what is left of the payment's own split. KakaoPay refuses
/// a cancel whose VAT or tax-free part does not fit, and its own formula alone need not fit: parts are rounded, and the
/// last one has to take the rest.

public final class TaxApportionment {

    private TaxApportionment() {}

    /// The tax-free part in proportion; the VAT by KakaoPay's rule ([Amounts#usualVatKrw]), adjusted only as far
    /// as needed for the remaining parts to add up.
    ///
    /// @param left what is neither refunded nor reserved
    /// @param amountKrw 1 to all of what is left; all of it takes every part whole
    /// @throws IllegalArgumentException if there is not so much left
    public static Amounts of(Amounts left, long amountKrw) {
        if (amountKrw < 1 || amountKrw > left.totalKrw()) {
            throw new IllegalArgumentException("amountKrw is not between 1 and what is left");
        }
        if (amountKrw == left.totalKrw()) {
            return left;
        }
        long taxFreeKrw = proportionKrw(left.taxFreeKrw(), amountKrw, left.totalKrw());
        long taxableKrw = amountKrw - taxFreeKrw;
        // The remaining supply and VAT must not be negative.
        long maxKrw = Math.min(left.vatKrw(), taxableKrw);
        long minKrw = Math.max(0, taxableKrw - left.supplyKrw());
        long usualKrw = Amounts.usualVatKrw(taxableKrw);
        return new Amounts(amountKrw, Math.clamp(usualKrw, minKrw, maxKrw), taxFreeKrw);
    }

    /// Rounded down: then neither the remaining tax-free nor the remaining taxed part can become negative.
    private static long proportionKrw(long partKrw, long amountKrw, long wholeKrw) {
        return Math.multiplyExact(partKrw, amountKrw) / wholeKrw;
    }
}
