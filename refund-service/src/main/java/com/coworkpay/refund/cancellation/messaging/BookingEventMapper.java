package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Rescheduling;
import com.coworkpay.refund.cancellation.domain.Restoration;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.AdministratorChoice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Maps the booking system's events to this service's.
final class BookingEventMapper {

    private BookingEventMapper() {}

    static Cancellation cancellation(BookingCancelled event, @Nullable String traceparent) {
        return new Cancellation(
                event.cancellationId(),
                payable(event.payable()),
                event.cancelledAt(),
                event.cancelledBy(),
                Role.valueOf(event.role().name()),
                event.startAt(),
                event.day(),
                event.orderState(),
                choice(event.choice()),
                event.contents(),
                traceparent);
    }

    static Rescheduling rescheduling(BookingMoved event) {
        return new Rescheduling(payable(event.payable()), event.movedAt(), event.startAt(), event.day());
    }

    static Restoration restoration(BookingRestored event) {
        return new Restoration(payable(event.payable()), event.restoredAt(), event.cancellationId());
    }

    private static Payable payable(PayableRef event) {
        return new Payable(event.locationId(), PayableType.valueOf(event.kind().name()), event.id());
    }

    private static @Nullable AdministratorChoice choice(@Nullable RefundChoice event) {
        if (event == null) {
            return null;
        }
        return switch (event.kind()) {
            case NONE -> new AdministratorChoice.None();
            case FULL -> new AdministratorChoice.Full();
            case AMOUNT -> new AdministratorChoice.Amount(Objects.requireNonNull(event.amountKrw()));
        };
    }
}
