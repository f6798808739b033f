package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// An amount as KakaoPay splits it, in whole won. Points and discounts are KakaoPay's own parts of the total: the
/// total is what was ordered, and the only member to compare.
///
/// @param taxFreeKrw this and the others: `null` where an older answer lacks it
public record Amount(
        long totalKrw,
        @Nullable Long taxFreeKrw,
        @Nullable Long vatKrw,
        @Nullable Long pointKrw,
        @Nullable Long discountKrw,
        @Nullable Long greenDepositKrw) {}
