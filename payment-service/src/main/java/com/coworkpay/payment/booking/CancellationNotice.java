package com.coworkpay.payment.booking;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.contracts.PayableRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is, or was to be, paid for is cancelled.
///
/// @param canceledAt when it was cancelled, not when the event was received
/// @param contents a digest of its contents: the same id with other contents is not the same cancellation
/// @param released a person let it through: nothing is checked any more
/// @param traceparent of the event
record CancellationNotice(
        String cancellationId,
        PayableRef payable,
        Instant canceledAt,
        String contents,
        boolean released,
        @Nullable String traceparent) {

    static CancellationNotice of(BookingCancelled cancellation, @Nullable String traceparent) {
        return new CancellationNotice(
                cancellation.cancellationId(),
                cancellation.payable(),
                cancellation.cancelledAt(),
                cancellation.contents(),
                false,
                traceparent);
    }

    static CancellationNotice of(CancellationReleased cancellation, @Nullable String traceparent) {
        return new CancellationNotice(
                cancellation.cancellationId(),
                cancellation.payableRef(),
                cancellation.cancelledAt(),
                cancellation.contents(),
                true,
                traceparent);
    }

    /// The payable and the id.
    record Key(PayableRef payable, String cancellationId) {}

    Key key() {
        return new Key(payable, cancellationId);
    }
}
