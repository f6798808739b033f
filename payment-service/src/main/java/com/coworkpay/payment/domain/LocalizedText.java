package com.coworkpay.payment.domain;

/// A sentence a person understands, in the two languages of the suite.
public record LocalizedText(String ko, String en) {}
