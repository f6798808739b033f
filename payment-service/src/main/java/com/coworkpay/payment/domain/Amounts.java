package com.coworkpay.payment.domain;

import org.jspecify.annotations.Nullable;

/// Whole won. `total = supply + vat + taxFree`, always.
public record Amounts(long totalKrw, long supplyKrw, long vatKrw, long taxFreeKrw) {

    /// Far above any limit of KakaoPay's, far below any overflow; KakaoPay's own limits are its to say.
    public static final long MAX_KRW = 2_000_000_000L;

    public Amounts {
        if (totalKrw < 1 || totalKrw > MAX_KRW) {
            throw new IllegalArgumentException("totalKrw out of bounds");
        }
        if (supplyKrw < 0 || vatKrw < 0 || taxFreeKrw < 0) {
            throw new IllegalArgumentException("negative part of an amount");
        }
        if (supplyKrw + vatKrw + taxFreeKrw != totalKrw) {
            throw new IllegalArgumentException("parts do not add up to totalKrw");
        }
    }

    /// Missing VAT follows KakaoPay's rule, round half up of (total − taxFree) / 11.
    /// Source: KakaoPay "ready", field vat_amount.
    public static Amounts of(long totalKrw, long taxFreeKrw, @Nullable Long vatKrw) {
        long vat = vatKrw == null ? usualVatKrw(totalKrw - taxFreeKrw) : vatKrw;
        return new Amounts(totalKrw, totalKrw - taxFreeKrw - vat, vat, taxFreeKrw);
    }

    /// @param taxableKrw the part with VAT inside it, not negative
    public static long usualVatKrw(long taxableKrw) {
        return (2 * taxableKrw + 11) / 22;
    }
}
