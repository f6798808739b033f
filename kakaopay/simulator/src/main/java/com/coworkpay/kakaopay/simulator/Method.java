package com.coworkpay.kakaopay.simulator;

/// How the payer pays; the two values of KakaoPay's `payment_method_type`.
public enum Method {
    MONEY,
    CARD
}
