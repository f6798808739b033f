package com.coworkpay.payment.domain;

import org.jspecify.annotations.Nullable;

/// What an order inquiry that decided nothing is stored as.
///
/// @param result of the inquiry; null if KakaoPay was not asked
/// @param escalate needs manual review at once
public record Inquired(@Nullable String result, @Nullable String answer, boolean hasLearnedNothing, boolean escalate) {

    /// KakaoPay was not asked.
    public static final Inquired NOT = new Inquired(null, null, false, false);
}
