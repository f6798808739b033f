package com.coworkpay.refund.domain;

/// What was paid for, as the booking system names it.
public record Payable(String locationId, PayableType type, String id) {}
