package com.coworkpay.tools.local.demo;

/// A payment that was begun.
///
/// @param id its id, KakaoPay's Order ID
/// @param redirectUrl where the payer's browser is sent
record StartedPayment(String locationId, String id, String redirectUrl) {}
