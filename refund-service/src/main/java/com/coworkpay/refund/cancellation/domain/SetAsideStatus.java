package com.coworkpay.refund.cancellation.domain;

/// What has become of a set-aside cancellation.
public enum SetAsideStatus {
    /// It waits for a person.
    OPEN,
    /// It counts: a person let it through, or the booking system sent it again with a time that can be true.
    RELEASED,
    /// A person decided that it never counts, however often it is sent again.
    DISMISSED;

    /// Who ended an entry by sending its cancellation again.
    public static final String BOOKING_SYSTEM = "booking-system";
}
