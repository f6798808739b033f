package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the handling of a payer's return needs to know of a payment.
///
/// @param expired the payer's fifteen minutes are over
/// @param payableCanceled the booking system has cancelled what was to be paid
/// @param slotHolder the state of *another* payment that holds the payable's slot
public record PaymentSnapshot(
        UUID id,
        long version,
        PaymentStatus status,
        String returnUrl,
        boolean expired,
        boolean payableCanceled,
        @Nullable PaymentStatus slotHolder) {}
