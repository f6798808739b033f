package com.coworkpay.refund.batch.domain;

/// Who began a refund batch.
public enum BatchSource {
    /// By `event.cancelled.v1` or `location.day_closed.v1`.
    BOOKING_SYSTEM,
    PERSON
}
