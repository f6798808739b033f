package com.coworkpay.kakaopay.connector;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator sees of KakaoPay, without ids and with few words per label (docs/reference/metrics.md):
///
/// - `coworkpay_kakaopay_calls_seconds{operation,generation,outcome}`: how long calls take, waits of our own included
/// - `coworkpay_kakaopay_failures_total{operation,outcome,reason,code}`: calls that were not done, and why
/// - `coworkpay_kakaopay_calls_running`: under way or waiting for a place
/// - `coworkpay_kakaopay_breaker_changes_total{to}`, `coworkpay_kakaopay_breakers_open`
public final class CallMetrics implements CallListener {

    /// A breaker learns only from calls. One whose account nobody calls any more counts no longer than this, which is
    /// longer than the pauses of settlement.
    static final Duration OPEN_UNTIL_FORGOTTEN = Duration.ofMinutes(6);

    /// KakaoPay itself gives up at 11 s, we at 15 s.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(11),
        Duration.ofSeconds(15)
    };

    private static final String NONE = "NONE";
    private static final String OTHER = "OTHER";

    private final MeterRegistry meters;
    private final AtomicInteger running = new AtomicInteger();
    private final ConcurrentMap<String, Long> openedAtNanos = new ConcurrentHashMap<>();

    public CallMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("coworkpay.kakaopay.calls.running", running);
        meters.gauge("coworkpay.kakaopay.breakers.open", this, CallMetrics::openBreakers);
        breakerChanges(true);
        breakerChanges(false);
    }

    @Override
    public void started() {
        running.incrementAndGet();
    }

    @Override
    public void called(Call call) {
        running.decrementAndGet();
        Timer.builder("coworkpay.kakaopay.calls")
                .tags(
                        "operation",
                        call.operation(),
                        "generation",
                        call.generation().name())
                .tags("outcome", call.outcome().name())
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(call.took());
        if (call.outcome() != OutcomeKind.DONE) {
            Tags tags = Tags.of(
                    "operation", call.operation(), "outcome", call.outcome().name());
            meters.counter(
                            "coworkpay.kakaopay.failures",
                            tags.and("reason", call.reason() == null ? NONE : call.reason(), "code", code(call)))
                    .increment();
        }
    }

    @Override
    public void breakerChanged(String accountId, boolean isOpen) {
        breakerChanges(isOpen).increment();
        if (isOpen) {
            openedAtNanos.put(accountId, System.nanoTime());
        } else {
            openedAtNanos.remove(accountId);
        }
    }

    private Counter breakerChanges(boolean isOpen) {
        return meters.counter("coworkpay.kakaopay.breaker.changes", "to", isOpen ? "OPEN" : "CLOSED");
    }

    private double openBreakers() {
        long now = System.nanoTime();
        openedAtNanos.values().removeIf(opened -> now - opened > OPEN_UNTIL_FORGOTTEN.toNanos());
        return openedAtNanos.size();
    }

    /// A code that the table does not know could be any number.
    private static String code(Call call) {
        Integer code = call.code();
        if (code == null) {
            return NONE;
        }
        return OutcomeTable.knows(code) ? code.toString() : OTHER;
    }
}
