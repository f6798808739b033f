package com.coworkpay.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;

/// A counter with the tag `outcome`. Every outcome is there from the start, as zero: the first of a counter that was
/// not there before is no increase to Prometheus.
public final class OutcomeCounter<E extends Enum<E>> {

    private final MeterRegistry meters;
    private final String name;

    public OutcomeCounter(MeterRegistry meters, String name, Class<E> outcomes) {
        this.meters = meters;
        this.name = name;
        EnumSet.allOf(outcomes).forEach(outcome -> add(outcome, 0));
    }

    public void count(E outcome) {
        add(outcome, 1);
    }

    private void add(E outcome, int by) {
        meters.counter(name, "outcome", outcome.name()).increment(by);
    }
}
