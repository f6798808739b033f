package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.AdministratorChoice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the booking system says it cancelled.
///
/// @param id the booking system's own, unique for a payable
/// @param canceledAt the booking system's clock; compared with the deadline
/// @param startAt the payable's current start, if the booking system has it
/// @param day of a full-day booking
/// @param orderState of a shop order
/// @param choice of an administrator who cancelled
/// @param contents a digest of all its contents: with another digest, the same id and payable is not this cancellation
/// @param traceparent of the event: later work continues in this trace
public record Cancellation(
        String id,
        Payable payable,
        Instant canceledAt,
        String canceledBy,
        Role role,
        @Nullable Instant startAt,
        @Nullable LocalDate day,
        @Nullable String orderState,
        @Nullable AdministratorChoice choice,
        String contents,
        @Nullable String traceparent) {

    /// The payable and the booking system's id.
    public record Key(Payable payable, String id) {}

    public Key key() {
        return new Key(payable, id);
    }
}
