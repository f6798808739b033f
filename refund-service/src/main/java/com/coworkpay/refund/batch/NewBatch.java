package com.coworkpay.refund.batch;

import com.coworkpay.contracts.DayClosed;
import com.coworkpay.contracts.EventCancelled;
import com.coworkpay.refund.batch.domain.BatchKind;
import com.coworkpay.refund.batch.domain.BatchSource;
import com.coworkpay.refund.domain.RequestHash;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A refund batch as the booking system or a person begins it.
///
/// @param confirmed by the booking system: no dry run waits for a person
/// @param cancellationId the booking system's; absent of a person, who has an idempotency key instead
/// @param contents a digest of the event
/// @param requestHash of the person's request
public record NewBatch(
        String locationId,
        BatchKind kind,
        @Nullable String eventId,
        @Nullable LocalDate day,
        @Nullable String resourceType,
        @Nullable String resourceId,
        BatchSource source,
        boolean confirmed,
        String requestedBy,
        @Nullable String note,
        @Nullable String cancellationId,
        @Nullable String contents,
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        @Nullable String traceparent) {

    public static NewBatch of(EventCancelled event, @Nullable String traceparent) {
        return new NewBatch(
                event.locationId(),
                BatchKind.EVENT,
                event.eventId(),
                null,
                null,
                null,
                BatchSource.BOOKING_SYSTEM,
                event.confirmed(),
                event.cancelledBy(),
                event.reason(),
                event.cancellationId(),
                event.contents(),
                null,
                null,
                traceparent);
    }

    public static NewBatch of(DayClosed closed, @Nullable String traceparent) {
        return new NewBatch(
                closed.locationId(),
                BatchKind.DAY,
                null,
                closed.day(),
                closed.resourceType() == null ? null : closed.resourceType().name(),
                closed.resourceId(),
                BatchSource.BOOKING_SYSTEM,
                closed.confirmed(),
                closed.closedBy(),
                closed.reason(),
                closed.cancellationId(),
                closed.contents(),
                null,
                null,
                traceparent);
    }

    /// @param noteAsSent a note counts as it was sent, before it was normalised
    static String requestHash(
            String locationId,
            @Nullable String eventId,
            @Nullable LocalDate day,
            @Nullable Object resourceType,
            @Nullable String resourceId,
            @Nullable String noteAsSent) {
        return RequestHash.of("1", locationId, eventId, day, resourceType, resourceId, noteAsSent);
    }
}
