package com.coworkpay.platform.audit;

/// The types of all services.
public enum ObjectType {
    PAYMENT,
    CHECKOUT,
    REFUND,
    REFUND_BATCH,
    CANCELLATION,
    SCHEDULE,
    REPORT,
    REBUILD,
    LOCATION,
    MERCHANT_ACCOUNT
}
