package com.coworkpay.refund.domain;

/// Why a refund is in manual review, the most serious reason last. Except [#SAME_AMOUNT_OUTSIDE] it stops nothing: the
/// refund continues by itself as soon as it can.
public enum ReviewReason {
    /// Its cancel surely was not sent, for so long.
    NOT_SENT_TOO_LONG,
    /// The outcome is not known, for so long.
    UNSETTLED_TOO_LONG,
    /// Cancel was sent often, and `order` still does not show it. It is sent again, with growing pauses.
    MANY_ATTEMPTS,
    /// `order` shows a lower balance than the ledger expects, and its list does not say clearly why.
    BALANCE_DIFFERS,
    /// `order` shows something that does not fit the payment or the refund.
    ORDER_CONTRADICTS,
    /// The same amount was canceled outside of this suite, perhaps instead of this refund. It is not sent until a
    /// person has decided.
    SAME_AMOUNT_OUTSIDE,
    /// KakaoPay refunded it after a person had recorded it as refunded elsewhere.
    REFUNDED_TWICE
}
