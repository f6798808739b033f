package com.coworkpay.payment.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.payment.domain.Payment;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is paid for.
@Schema(name = "PayableResponse")
record PayableResponse(
        PayableType type,
        String id,
        @Nullable ResourceType resourceType,
        @Nullable String resourceId,
        @Nullable String eventId,
        @Nullable Instant startAt,
        @Nullable LocalDate day) {

    static PayableResponse of(Payment p) {
        return new PayableResponse(
                PayableType.valueOf(p.payableType()),
                p.payableId(),
                p.resourceType() == null ? null : ResourceType.valueOf(p.resourceType()),
                p.resourceId(),
                p.eventId(),
                p.startAt(),
                p.startDay());
    }
}
