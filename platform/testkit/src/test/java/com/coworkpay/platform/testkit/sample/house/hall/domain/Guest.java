package com.coworkpay.platform.testkit.sample.house.hall.domain;

public record Guest(String name) {}
