package com.coworkpay.tools.local.bench;

/// One round of lives.
///
/// @param seconds from the first initiation until the last life was in the report
/// @param floorRate lives a second of the floor, measured right after it
record LifeRound(
        int lives, double seconds, double floorRate, Postgres postgres, Cpu cpu, PaymentLifecycles.Times times) {

    LifeRound beside(double rate) {
        return new LifeRound(lives, seconds, rate, postgres, cpu, times);
    }

    double rate() {
        return lives / seconds;
    }

    double ratio() {
        return rate() / floorRate;
    }

    double aLife(long sum) {
        return (double) sum / lives;
    }
}
