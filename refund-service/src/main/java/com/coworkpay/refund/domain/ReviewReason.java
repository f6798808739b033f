package com.coworkpay.refund.domain;

/// Why a person is told of a refund, the weightiest last. It stops nothing, but for [#SAME_AMOUNT_OUTSIDE]: the
/// refund goes on by itself as soon as it can.
public enum ReviewReason {
    /// Its cancel surely was not sent, for so long.
    NOT_SENT_TOO_LONG,
    /// The outcome is not known, for so long.
    UNSETTLED_TOO_LONG,
    /// Cancel was sent often, and `order` still does not show it. It is sent again, less and less often.
    MANY_ATTEMPTS,
    /// `order` shows a lower balance than the ledger expects, and its list does not say clearly why.
    BALANCE_DIFFERS,
    /// `order` shows something that does not fit the payment or the refund.
    ORDER_CONTRADICTS,
    /// Somebody cancelled the very amount of this refund outside of this suite: it may be what that was done for. It is
    /// not sent until a person has decided.
    SAME_AMOUNT_OUTSIDE,
    /// It was done at KakaoPay after a person had said that it was refunded elsewhere.
    REFUNDED_TWICE
}
