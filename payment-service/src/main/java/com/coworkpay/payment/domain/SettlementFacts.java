package com.coworkpay.payment.domain;

/// What the rules need to know of a payment in settlement. The database computes all of it, by its clock.
///
/// @param everClaimed approval was claimed at least once
/// @param hasToken the sealed pg_token is still there
/// @param expired the payer's fifteen minutes are over
/// @param tidDead sixteen minutes since ready: KakaoPay takes no approval any more
/// @param quiet thirty seconds since the last send of approve: an answer can no longer be under way
/// @param payableCanceled the booking system cancelled what is paid for: approve is not sent any more
/// @param approveRepeatable approve may be sent once more, if KakaoPay is ready for it
public record SettlementFacts(
        PaymentStatus status,
        boolean everClaimed,
        boolean hasToken,
        boolean expired,
        boolean tidDead,
        boolean quiet,
        boolean payableCanceled,
        boolean approveRepeatable) {}
