package com.coworkpay.payment.booking;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.contracts.PayableRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is, or was to be, paid for is cancelled.
///
/// @param canceledAt when it was cancelled, not when this was heard
/// @param contents a digest of all that was said: the same id with others is not the same cancellation
/// @param released a person let it through: nothing is asked any more
/// @param traceparent of the event
record PayableCanceled(
        String cancellationId,
        PayableRef payable,
        Instant canceledAt,
        String contents,
        boolean released,
        @Nullable String traceparent) {

    static PayableCanceled of(BookingCancelled told, @Nullable String traceparent) {
        return new PayableCanceled(
                told.cancellationId(), told.payable(), told.cancelledAt(), told.contents(), false, traceparent);
    }

    static PayableCanceled of(CancellationReleased told, @Nullable String traceparent) {
        return new PayableCanceled(
                told.cancellationId(), told.payable(), told.cancelledAt(), told.contents(), true, traceparent);
    }

    /// The payable and the id.
    record Key(PayableRef payable, String cancellationId) {}

    Key key() {
        return new Key(payable, cancellationId);
    }
}
