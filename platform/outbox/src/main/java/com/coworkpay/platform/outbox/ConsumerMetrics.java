package com.coworkpay.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// What an operator sees of the consumers: `coworkpay_consumer_waiting_seconds{consumer}`, how long the event in hand
/// has been waiting for the database or Kafka; 0 if none waits. More than 60 is an alarm.
@ApplicationScoped
class ConsumerMetrics {
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final MeterRegistry registry;
    private final ConcurrentMap<String, AtomicLong> waitingSinceNanos = new ConcurrentHashMap<>();

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void waiting(String consumer, long sinceNanos) {
        since(consumer).set(sinceNanos);
    }

    void notWaiting(String consumer) {
        since(consumer).set(NOT_WAITING);
    }

    private AtomicLong since(String consumer) {
        return waitingSinceNanos.computeIfAbsent(consumer, name -> {
            AtomicLong since = new AtomicLong(NOT_WAITING);
            registry.gauge(
                    "coworkpay.consumer.waiting.seconds", Tags.of("consumer", name), since, ConsumerMetrics::seconds);
            return since;
        });
    }

    private static double seconds(AtomicLong since) {
        return since.get() == NOT_WAITING ? 0 : (System.nanoTime() - since.get()) / 1e9;
    }
}
