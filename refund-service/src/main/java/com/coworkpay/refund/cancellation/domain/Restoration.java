package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.domain.Payable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The booking system took cancellations back, all of the payable's or one of them. Those of a later moment stand.
public record Restoration(
        Payable payable, Instant restoredAt, @Nullable String cancellationId) {}
