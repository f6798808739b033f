package com.coworkpay.refund.domain;

/// Why a person is told of a refund.
public enum Attention {
    /// Its cancel surely was not sent, for so long.
    NOT_SENT_FOR_LONG,
    /// The outcome is not known, for so long.
    UNSETTLED_FOR_LONG,
    /// Cancel was sent as often as it may be, and `order` still does not show it.
    TOO_MANY_SENDS,
    /// `order` shows another balance than our refunds add up to: somebody cancelled outside of this suite.
    BALANCE_DIFFERS,
    /// `order` shows something that does not fit the payment or the refund.
    ORDER_CONTRADICTS
}
