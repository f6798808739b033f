package com.coworkpay.payment.domain;

/// What people and machines do here that leaves an audit row.
public enum PaymentAction {
    CHECKOUT_CREATED,
    PAYMENT_CANCELED,
    /// An order inquiry that a person asked for.
    INQUIRY_REQUESTED,
    /// Also refused: then with the code of the refusal.
    PAYMENT_RESOLVED
}
