package com.coworkpay.platform.observability;

/// For a gauge: an age that is read from a database now and then, and grows in between by itself, also while the
/// database is away. Nothing has no age.
public final class AgeGauge {

    private record Measure(double seconds, long atNanos) {}

    private volatile Measure last = new Measure(0, System.nanoTime());

    /// @param seconds 0 if there is nothing that has an age
    public void measured(double seconds) {
        last = new Measure(seconds, System.nanoTime());
    }

    public double seconds() {
        Measure measure = last;
        return measure.seconds == 0 ? 0 : measure.seconds + (System.nanoTime() - measure.atNanos) / 1e9;
    }
}
