package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.cancellation.domain.Restore;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.Choice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The booking system's events in our words.
final class BookingWords {

    private BookingWords() {}

    static Cancellation cancellation(BookingCancelled told, @Nullable String traceparent) {
        return new Cancellation(
                told.cancellationId(),
                payable(told.payable()),
                told.cancelledAt(),
                told.cancelledBy(),
                Role.valueOf(told.role().name()),
                told.startAt(),
                told.day(),
                told.orderState(),
                choice(told.choice()),
                told.contents(),
                traceparent);
    }

    static Move move(BookingMoved told) {
        return new Move(payable(told.payable()), told.movedAt(), told.startAt(), told.day());
    }

    static Restore restore(BookingRestored told) {
        return new Restore(payable(told.payable()), told.restoredAt(), told.cancellationId());
    }

    private static Payable payable(PayableRef told) {
        return new Payable(told.locationId(), PayableType.valueOf(told.kind().name()), told.id());
    }

    private static @Nullable Choice choice(@Nullable RefundChoice told) {
        if (told == null) {
            return null;
        }
        return switch (told.kind()) {
            case NONE -> new Choice.None();
            case FULL -> new Choice.Full();
            case AMOUNT -> new Choice.Amount(Objects.requireNonNull(told.amountKrw()));
        };
    }
}
