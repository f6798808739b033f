package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a time that the booking system states can be true. Money depends on it, and a time of another zone or one
/// that was never set looks like any other: it is compared with the event's own time, which the sender's machine
/// writes,
/// and with the beginning of the payment.
///
/// An event without `ce_time` has only the time of its record, which a replay makes new: then the past is not compared.
///
/// @param tolerance how much later it may be: clocks differ
/// @param bound how much earlier it may be: long enough for a sender that was away, too short for nine hours
public record EventTimes(Duration tolerance, Duration bound) {

    /// Korea's distance from UTC: the mistake that has to be found.
    private static final Duration NINE_HOURS = Duration.ofHours(9);

    /// @throws IllegalArgumentException for bounds that let every mistake pass, or set true times aside
    public EventTimes {
        if (tolerance.isNegative() || tolerance.compareTo(bound) > 0) {
            throw new IllegalArgumentException(
                    "coworkpay.cancellations.max-later is at least 0 and at most max-earlier");
        }
        if (bound.compareTo(NINE_HOURS) >= 0) {
            throw new IllegalArgumentException(
                    "coworkpay.cancellations.max-earlier is less than 9 hours, or a zone's mistake is not found");
        }
    }

    /// @param timed the event's time is the sender's own
    public Optional<SetAsideReason> byEvent(Instant stated, Instant eventTime, boolean timed) {
        if (isLater(stated, eventTime)) {
            return Optional.of(SetAsideReason.LATER_THAN_EVENT);
        }
        return timed && stated.isBefore(eventTime.minus(bound))
                ? Optional.of(SetAsideReason.EARLIER_THAN_EVENT)
                : Optional.empty();
    }

    public Optional<SetAsideReason> byPayment(Instant stated, Instant begunAt) {
        return stated.isBefore(begunAt.minus(bound))
                ? Optional.of(SetAsideReason.EARLIER_THAN_PAYMENT)
                : Optional.empty();
    }

    /// For what is not kept for a person: the event is a dead letter, and its sender can send a true one.
    ///
    /// @throws UnreadableEvent for a time that cannot be true
    public void check(BookingEvent bookingEvent, IncomingEvent event) {
        switch (bookingEvent) {
            case BookingRestored restored -> {
                if (byEvent(restored.restoredAt(), event.time(), event.timed()).isPresent()) {
                    throw implausible("restoredAt");
                }
            }
            // A move may be published long after it.
            case BookingMoved moved -> {
                if (isLater(moved.movedAt(), event.time())) {
                    throw implausible("movedAt");
                }
            }
            case ScheduleChanged schedule -> {
                if (isLater(schedule.changedAt(), event.time())) {
                    throw implausible("changedAt");
                }
            }
            // No deadline is compared with these.
            case EventCancelled wholeEvent -> {
                if (isLater(wholeEvent.cancelledAt(), event.time())) {
                    throw implausible("cancelledAt");
                }
            }
            case DayClosed closed -> {
                if (isLater(closed.closedAt(), event.time())) {
                    throw implausible("closedAt");
                }
            }
            case BookingCancelled _ -> {}
        }
    }

    private static UnreadableEventException implausible(String member) {
        return new UnreadableEventException(member, member + " cannot be true by the event's own time");
    }

    private boolean isLater(Instant stated, Instant eventTime) {
        return stated.isAfter(eventTime.plus(tolerance));
    }
}
