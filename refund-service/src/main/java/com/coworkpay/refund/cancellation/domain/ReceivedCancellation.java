package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.contracts.SetAsideReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cancellation as it was received.
///
/// @param eventTime what its own time was compared with
/// @param doubt why it cannot be true, by its event alone
public record ReceivedCancellation(
        Cancellation cancellation,
        Instant eventTime,
        @Nullable SetAsideReason doubt) {}
