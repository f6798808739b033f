package com.coworkpay.contracts;

/// Why a cancellation is set aside: kept, shown to people, and without effect until one of them lets it through.
public enum SetAsideReason {
    /// The same cancellation id and payable were published before with other contents.
    OTHER_CONTENTS,
    /// `cancelledAt` is later than the event's own time.
    LATER_THAN_EVENT,
    /// `cancelledAt` is so much earlier than the event's own time that it is probably another zone's or an unset one.
    EARLIER_THAN_EVENT,
    /// `cancelledAt` is so much earlier than the payment's beginning that it is probably another zone's or an unset
    /// one.
    EARLIER_THAN_PAYMENT
}
