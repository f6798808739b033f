package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.contracts.SetAsideReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cancellation as it was received.
///
/// @param eventTime what its cancellation time was compared with
/// @param setAsideReason why it is implausible, by its event alone; absent if it is plausible
public record ReceivedCancellation(
        Cancellation cancellation,
        Instant eventTime,
        @Nullable SetAsideReason setAsideReason) {}
