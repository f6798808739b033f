package com.coworkpay.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/// Puts what cannot be handled into `<service>.dlq`: key, value and headers as they came, with the reason and where
/// it lay. Metric: `coworkpay_dead_letters_total{topic,reason}`; more than none needs a person.
@Startup
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int CUT_BYTES = 64 * 1024;

    private final EventProducer producer;
    private final MeterRegistry metrics;
    private final String topic;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("dead-letter").start(task);

    DeadLetters(EventProducer producer, MeterRegistry metrics, OutboxConfig config, IncomingTopics incoming) {
        this.producer = producer;
        this.metrics = metrics;
        this.topic = config.service() + ".dlq";
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        for (String each : incoming.topics()) {
            Arrays.stream(DeadReason.Kind.values()).forEach(kind -> counter(each, kind));
        }
    }

    /// Ends when Kafka has it; fails if Kafka does not take it now. Ends on a thread of its own.
    Uni<Void> put(ConsumedRecord dead, DeadReason reason) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.runAsync(() -> send(dead, reason), virtualThreads))
                .replaceWithVoid();
    }

    private void send(ConsumedRecord dead, DeadReason reason) {
        try {
            try {
                producer.send(letter(dead, reason.text(), false));
            } catch (PublishFailed e) {
                if (!e.isTooLarge()) {
                    throw e;
                }
                producer.send(letter(dead, reason.text(), true));
            }
        } catch (PublishFailed e) {
            throw new IllegalStateException(e);
        }
        counter(dead.topic(), reason.kind()).increment();
        LOG.errorf("event at %s dead-lettered to %s: %s", dead, topic, reason);
    }

    private Counter counter(String from, DeadReason.Kind kind) {
        return metrics.counter("coworkpay.dead.letters", "topic", from, "reason", kind.name());
    }

    /// @param cut for a value that does not fit together with the headers; the place tells where the whole is
    private ProducerRecord<String, byte[]> letter(ConsumedRecord dead, String reason, boolean cut) {
        byte[] value = dead.value();
        if (cut && value != null) {
            value = Arrays.copyOf(value, Math.min(value.length, CUT_BYTES));
        }
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, null, dead.key(), value, dead.headers());
        Map.of(
                        "dead-letter-reason", reason,
                        "dead-letter-topic", dead.topic(),
                        "dead-letter-partition", Integer.toString(dead.partition()),
                        "dead-letter-offset", Long.toString(dead.offset()))
                .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        if (cut) {
            letter.headers().add("dead-letter-cut", "true".getBytes(StandardCharsets.UTF_8));
        }
        return letter;
    }
}
