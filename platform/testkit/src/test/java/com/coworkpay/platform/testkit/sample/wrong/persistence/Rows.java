package com.coworkpay.platform.testkit.sample.wrong.persistence;

public final class Rows {
    private Rows() {}

    public static long count() {
        return 0;
    }
}
