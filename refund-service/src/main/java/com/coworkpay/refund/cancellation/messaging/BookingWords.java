package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.Choice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The booking system's events in our words. A cancellation that contradicts itself is unreadable: money is not moved
/// on a guess, and a dead letter can be sent again.
final class BookingWords {

    private BookingWords() {}

    /// @param type the kind of payable that the event's type speaks of
    static Cancellation cancellation(EventData data, PayableType type, @Nullable String traceparent) {
        EventData by = data.object("cancelledBy");
        Role role = by.word("role", Role.class);
        Instant startAt = data.instantOrNull("startAt");
        LocalDate day = data.dayOrNull("day");
        if (startAt != null && day != null) {
            throw data.unreadable("day", "absent beside startAt");
        }
        return new Cancellation(
                data.id("cancellationId"),
                payable(data, type),
                data.instant("cancelledAt"),
                by.text("id"),
                role,
                startAt,
                day,
                type == PayableType.SHOP_ORDER ? data.text("orderState") : data.textOrNull("orderState"),
                choice(data, role),
                traceparent);
    }

    static Move move(EventData data) {
        Instant startAt = data.instantOrNull("startAt");
        LocalDate day = data.dayOrNull("day");
        if ((startAt == null) == (day == null)) {
            throw data.unreadable("startAt", "given, or day instead of it");
        }
        return new Move(payable(data, PayableType.BOOKING), data.instant("movedAt"), startAt, day);
    }

    private static Payable payable(EventData data, PayableType type) {
        EventData payable = data.object("payable");
        if (payable.word("type", PayableType.class) != type) {
            throw payable.unreadable("type", "the one that the event's type speaks of");
        }
        return new Payable(data.id("locationId"), type, payable.id("id"));
    }

    private static @Nullable Choice choice(EventData data, Role role) {
        EventData choice = data.objectOrNull("choice");
        if (choice == null) {
            return null;
        }
        if (role != Role.ADMIN) {
            throw data.unreadable("choice", "absent unless an administrator cancelled");
        }
        return switch (choice.text("refund")) {
            case "NONE" -> new Choice.None();
            case "FULL" -> new Choice.Full();
            case "AMOUNT" -> amount(choice);
            default -> throw choice.unreadable("refund", "NONE, FULL or AMOUNT");
        };
    }

    private static Choice amount(EventData choice) {
        long amountKrw = choice.whole("amountKrw");
        if (amountKrw < 0) {
            throw choice.unreadable("amountKrw", "zero or more");
        }
        return new Choice.Amount(amountKrw);
    }
}
