package com.coworkpay.payment.checkout;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.initiation.PaymentTerms;
import com.coworkpay.platform.problem.HumanText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the table `checkout`, each component the column of its name: what is to be paid. It never changes.
record Checkout(
        UUID id,
        String locationId,
        String payerId,
        String ownerId,
        Role ownerRole,
        String payableType,
        String payableId,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String eventId,
        @Nullable Instant startAt,
        @Nullable LocalDate startDay,
        String description,
        Amounts amounts,
        int quantity,
        String returnUrl,
        @Nullable RefundPolicy policy,
        @Nullable String language,
        String caller,
        byte[] requestHash,
        Instant createdAt,
        Instant expiresAt) {

    PaymentTerms terms() {
        return new PaymentTerms(
                locationId,
                payerId,
                ownerId,
                ownerRole,
                new PaymentStateV1.Payable(
                        payableType, payableId, resourceType, resourceId, eventId, startAt, startDay),
                HumanText.of(description),
                amounts,
                quantity,
                returnUrl,
                policy);
    }
}
