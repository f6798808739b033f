package com.coworkpay.refund.cancellation;

/// What has become of a set-aside cancellation.
enum SetAsideStatus {
    /// A person has to end it.
    OPEN,
    /// It counts: a person released it, or the booking system sent it again with a plausible time.
    RELEASED,
    /// A person decided that it never counts, however often it is sent again.
    DISMISSED;

    /// Who ended an entry by sending its cancellation again.
    public static final String BOOKING_SYSTEM = "booking-system";
}
