package com.coworkpay.refund.ledger.domain;

import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The facts of a paid payment. All that a refund needs; never changed by refunds.
///
/// @param version payment-service's
/// @param overpaid an overpayment: refunded in full
/// @param policyJson as it was shown before paying
/// @param begunAt when the payment began: what was cancelled long before cannot be about it
/// @param traceparent of the event: later work continues in this trace
public record PaidPayment(
        UUID paymentId,
        long version,
        boolean overpaid,
        Payable payable,
        String payerId,
        Role ownerRole,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable Instant startAt,
        @Nullable LocalDate day,
        String description,
        Amounts paid,
        @Nullable String policyJson,
        boolean live,
        String merchantAccountId,
        String cid,
        String tid,
        Instant begunAt,
        Instant approvedAt,
        @Nullable String traceparent) {}
