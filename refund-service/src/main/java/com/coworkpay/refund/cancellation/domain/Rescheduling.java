package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.domain.Payable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A booking got another start. Of several the latest `movedAt` wins.
public record Rescheduling(
        Payable payable,
        Instant movedAt,
        @Nullable Instant startAt,
        @Nullable LocalDate day) {}
