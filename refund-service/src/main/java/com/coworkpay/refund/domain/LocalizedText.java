package com.coworkpay.refund.domain;

/// A text for people, in the two languages of the suite.
public record LocalizedText(String ko, String en) {}
