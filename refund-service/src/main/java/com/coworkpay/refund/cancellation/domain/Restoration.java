package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.domain.Payable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The booking system restored a payable: its cancellations, or the one that is named, do not count. Later ones do.
public record Restoration(
        Payable payable, Instant restoredAt, @Nullable String cancellationId) {}
