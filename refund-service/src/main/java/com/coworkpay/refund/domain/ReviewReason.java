package com.coworkpay.refund.domain;

/// Why a person is told of a refund, the weightiest last. It stops nothing: the refund goes on by itself as soon as it
/// can.
public enum ReviewReason {
    /// Its cancel surely was not sent, for so long.
    NOT_SENT_FOR_LONG,
    /// The outcome is not known, for so long.
    UNSETTLED_FOR_LONG,
    /// Cancel was sent often, and `order` still does not show it. It is sent again, less and less often.
    MANY_ATTEMPTS,
    /// `order` shows another balance than our refunds add up to: somebody cancelled outside of this suite.
    BALANCE_DIFFERS,
    /// `order` shows something that does not fit the payment or the refund.
    ORDER_CONTRADICTS
}
