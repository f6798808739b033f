package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.Choice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the booking system says it cancelled.
///
/// @param id the booking system's own; the same one again, under whatever event id, is the same cancellation
/// @param canceledAt the booking system's clock; compared with the deadline
/// @param startAt the payable's current start, if the booking system tells it
/// @param day of a full-day booking
/// @param orderState of a shop order
/// @param choice of an administrator who cancelled
/// @param traceparent of the event: what comes of it goes on in this trace
public record Cancellation(
        String id,
        Payable payable,
        Instant canceledAt,
        String canceledBy,
        Role role,
        @Nullable Instant startAt,
        @Nullable LocalDate day,
        @Nullable String orderState,
        @Nullable Choice choice,
        @Nullable String traceparent) {}
