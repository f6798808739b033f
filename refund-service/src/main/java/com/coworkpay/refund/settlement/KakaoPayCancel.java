package com.coworkpay.refund.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cancel as KakaoPay's order lists it.
///
/// @param amountKrw missing in the recorded answers of the real API
/// @param payload our refund id where it is ours, if KakaoPay shows payloads at all
record KakaoPayCancel(
        @Nullable String aid,
        @Nullable Long amountKrw,
        @Nullable Instant at,
        @Nullable String payload) {}
