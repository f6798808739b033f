package com.coworkpay.refund.settlement;

import java.time.Duration;

/// From when on settlement does what; the settings of the installation.
///
/// @param quietAfter the last attempt, nothing that was sent can be in flight any more
/// @param reviewAttempts so many cancels lead to manual review
/// @param reviewAfter so long unsettled leads to manual review
/// @param clockTolerance between KakaoPay's clock and ours
record SettlementLimits(Duration quietAfter, int reviewAttempts, Duration reviewAfter, Duration clockTolerance) {}
