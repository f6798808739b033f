package com.coworkpay.payment.initiation;

/// A caller's key. Two callers may use the same one: they never meet.
record IdempotencyKey(String caller, String key) {}
