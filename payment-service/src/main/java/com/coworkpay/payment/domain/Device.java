package com.coworkpay.payment.domain;

/// Where the payer is, which decides the redirect URL.
public enum Device {
    PC,
    MOBILE,
    APP
}
