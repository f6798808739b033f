package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// The card of a card payment, as far as a receipt needs it. Each part may be missing. Card number parts (BIN) are
/// not taken over.
///
/// @param issuer the card company's name, as KakaoPay writes it (Korean)
/// @param type credit or check card, KakaoPay's word (Korean)
/// @param installmentMonths 0 = paid at once
/// @param approvalNumber the card company's own number of this approval
public record Card(
        @Nullable String issuer,
        @Nullable String type,
        @Nullable Integer installmentMonths,
        @Nullable Boolean interestFree,
        @Nullable String approvalNumber) {}
