package com.coworkpay.tools.local.demo;

/// Names a new booking whenever one is needed; no two runs of the demo share one.
final class Bookings {
    private final String run;
    private int last;

    Bookings(String run) {
        this.run = run;
    }

    String next() {
        last++;
        return "booking-" + run + "-" + last;
    }
}
