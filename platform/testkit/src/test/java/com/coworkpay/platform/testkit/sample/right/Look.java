package com.coworkpay.platform.testkit.sample.right;

import com.coworkpay.platform.testkit.sample.right.domain.Amount;

public final class Look {
    private Look() {}

    public static Amount amount() {
        return new Amount(1);
    }
}
