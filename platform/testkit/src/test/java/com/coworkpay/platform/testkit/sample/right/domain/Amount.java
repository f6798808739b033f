package com.coworkpay.platform.testkit.sample.right.domain;

public record Amount(long krw) {}
