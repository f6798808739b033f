package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.SetAsideReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cancellation as it was received.
///
/// @param eventTime what its cancellation time was compared with
/// @param setAsideReason why it is implausible, by its event alone; absent if it is plausible
/// @param traceparent of the event: later work continues in this trace
public record ReceivedCancellation(
        BookingCancelled cancellation,
        Instant eventTime,
        @Nullable SetAsideReason setAsideReason,
        @Nullable String traceparent) {}
