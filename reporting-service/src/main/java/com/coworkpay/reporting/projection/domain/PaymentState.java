package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment as payment-service publishes it. Amounts are whole won.
///
/// @param approvedAt KakaoPay's own; of an overpayment, when its money was taken
/// @param overpaidKrw money taken without being owed
public record PaymentState(
        UUID paymentId,
        long version,
        Instant recordedAt,
        String locationId,
        boolean live,
        PaymentStatus status,
        @Nullable String reason,
        PayableType payableType,
        String payableId,
        String payerId,
        String description,
        long totalKrw,
        long vatKrw,
        long taxFreeKrw,
        long overpaidKrw,
        @Nullable String method,
        @Nullable String cardCompany,
        @Nullable String tid,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt)
        implements Versioned {

    @Override
    public Object key() {
        return paymentId;
    }
}
