package com.coworkpay.console.client;

/// What a comparison of one payment with KakaoPay found.
public record PaymentComparison(String outcome) {}
