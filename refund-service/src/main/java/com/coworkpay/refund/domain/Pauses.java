package com.coworkpay.refund.domain;

import java.time.Duration;
import java.time.Instant;

/// The pause before the next attempt: it doubles with each attempt. In manual review it may grow with the age, to a
/// sixth of it, so that stuck refunds do not use up KakaoPay's quota.
public record Pauses(Duration first, Duration max, Duration maxInReview) {

    private static final int MAX_DOUBLINGS = 20;
    private static final int PART_OF_AGE = 6;

    /// @param beganAt from when on the age counts
    public Duration after(int attempts, Instant beganAt, boolean inReview, Instant at) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempts, 0, MAX_DOUBLINGS));
        return least(doubled, inReview ? greatest(max, least(maxInReview, ofAge(beganAt, at))) : max);
    }

    private static Duration ofAge(Instant beganAt, Instant at) {
        return Duration.between(beganAt, at).dividedBy(PART_OF_AGE);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration greatest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
