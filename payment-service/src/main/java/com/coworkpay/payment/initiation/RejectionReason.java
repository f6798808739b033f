package com.coworkpay.payment.initiation;

/// Why a payment is not initiated.
public enum RejectionReason {
    LOCATION_NOT_CONNECTED,
    PAYABLE_SWITCHED_OFF,
    TEST_ACCOUNT_NOT_ALLOWED,
    PAYABLE_CANCELED,
    PAYABLE_ALREADY_PAID,
    /// Another payment of the payable is being approved, or its outcome is not known yet.
    PAYMENT_UNSETTLED,
    CHECKOUT_EXPIRED,
    /// Its attempts are used up.
    CHECKOUT_ATTEMPTS_USED
}
