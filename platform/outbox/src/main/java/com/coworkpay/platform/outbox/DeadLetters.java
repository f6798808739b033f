package com.coworkpay.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/// Puts what cannot be handled into `<service>.dlq`, as a [DeadLetter]. Metric:
/// `coworkpay_dead_letters_total{topic,reason}`; more than none needs a person.
@Startup
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

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
        incoming.topics().stream()
                .filter(each -> !each.equals(topic))
                .forEach(each -> Arrays.stream(DeadLetterKind.values()).forEach(kind -> counter(each, kind)));
    }

    /// Ends when Kafka has it; fails if Kafka does not take it now. Ends on a thread of its own.
    Uni<Void> put(ConsumedRecord dead, DeadLetterReason reason) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.runAsync(() -> send(dead, reason), virtualThreads))
                .replaceWithVoid();
    }

    private void send(ConsumedRecord dead, DeadLetterReason reason) {
        DeadLetter letter = new DeadLetter(topic, dead, reason);
        try {
            if (!fits(letter.whole()) && !fits(letter.withoutItsEnd())) {
                producer.send(letter.bare());
            }
        } catch (PublishFailedException e) {
            throw new IllegalStateException(e);
        }
        counter(dead.topic(), reason.kind()).increment();
        LOG.errorf("event at %s dead-lettered to %s: %s", dead, topic, reason);
    }

    private Counter counter(String from, DeadLetterKind kind) {
        return metrics.counter("coworkpay.dead.letters", "topic", from, "reason", kind.name());
    }

    /// Whether Kafka has it; false if it is too large.
    private boolean fits(ProducerRecord<byte[], byte[]> letter) throws PublishFailedException {
        try {
            producer.send(letter);
            return true;
        } catch (PublishFailedException e) {
            if (e.isTooLarge()) {
                return false;
            }
            throw e;
        }
    }
}
