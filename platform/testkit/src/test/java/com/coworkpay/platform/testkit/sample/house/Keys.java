package com.coworkpay.platform.testkit.sample.house;

public interface Keys {
    String front();
}
