package com.coworkpay.payment.initiation.domain;

/// A caller's key. Two callers may use the same one: they never meet.
public record IdempotencyKey(String caller, String key) {}
