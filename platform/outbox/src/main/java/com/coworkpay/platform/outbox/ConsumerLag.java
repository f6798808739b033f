package com.coworkpay.platform.outbox;

import com.coworkpay.platform.outbox.IncomingTopics.Subscription;
import com.coworkpay.platform.outbox.TopicOffsets.OffsetSnapshot;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// How far this service's consumer groups are behind, by Kafka's own word, so that a consumer which does not poll at
/// all is seen too. Each process measures all of the group: every pod says the same.
///
/// - `coworkpay_consumer_lag_events{group,topic}`: records that are not handled and committed yet
/// - `coworkpay_consumer_lag_seconds{group,topic}`: how long ago there was something that is not handled yet
/// ([LagHistory])
///
/// NaN while Kafka does not say. Offsets are committed every five seconds, and behind the last record may lie offsets
/// without one ([ReachedOffsets]), so an idle topic's lag is 0 two measures later.
@ApplicationScoped
class ConsumerLag {
    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);

    private final Vertx vertx;
    private final TopicOffsets offsets;
    private final ConsumerConfig config;
    private final Map<Subscription, Lag> lags = new HashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private long timer = -1;

    private static final class Lag {
        private final LagHistory<TopicPartition> history = new LagHistory<>();
        private final ReachedOffsets reached;
        private volatile double events = Double.NaN;
        private volatile double seconds = Double.NaN;

        Lag(ReachedOffsets reached) {
            this.reached = reached;
        }
    }

    ConsumerLag(
            Vertx vertx, TopicOffsets offsets, ConsumerConfig config, IncomingTopics incoming, MeterRegistry meters) {
        this.vertx = vertx;
        this.offsets = offsets;
        this.config = config;
        for (Subscription subscriptions : incoming.committed()) {
            Lag lag = new Lag(offsets.reachedOffsets());
            lags.put(subscriptions, lag);
            Tags tags = Tags.of("group", subscriptions.group(), "topic", subscriptions.topic());
            meters.gauge("coworkpay.consumer.lag.events", tags, lag, each -> each.events);
            meters.gauge("coworkpay.consumer.lag.seconds", tags, lag, each -> each.seconds);
        }
    }

    void start(@Observes StartupEvent started) {
        if (!lags.isEmpty()) {
            timer = vertx.setPeriodic(config.lagInterval().toMillis(), _ -> measure());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void measure() {
        if (asking.compareAndSet(false, true)) {
            offsets.of(lags.keySet())
                    .chain(this::passEmpty)
                    // The first question makes a client, which takes a moment.
                    .runSubscriptionOn(
                            task -> Thread.ofVirtual().name("consumer-lag").start(task))
                    .onTermination()
                    .invoke(() -> asking.set(false))
                    .subscribe()
                    .with(this::measured, this::notMeasured);
        }
    }

    private Uni<Map<Subscription, OffsetSnapshot>> passEmpty(Map<Subscription, OffsetSnapshot> snapshots) {
        Map<Subscription, OffsetSnapshot> passed = new HashMap<>();
        return Multi.createFrom()
                .iterable(snapshots.entrySet())
                .onItem()
                .transformToUniAndConcatenate(each -> passEmpty(lags.get(each.getKey()), each.getValue())
                        .invoke(snapshot -> passed.put(each.getKey(), snapshot)))
                .collect()
                .last()
                .replaceWith(() -> passed);
    }

    private static Uni<OffsetSnapshot> passEmpty(@Nullable Lag lag, OffsetSnapshot snapshot) {
        return lag == null
                ? Uni.createFrom().item(snapshot)
                : lag.reached
                        .passEmpty(snapshot.reached(), snapshot.ends())
                        .map(reached -> new OffsetSnapshot(snapshot.ends(), reached));
    }

    private void measured(Map<Subscription, OffsetSnapshot> snapshots) {
        long now = System.nanoTime();
        snapshots.forEach((subscriptions, snapshot) -> {
            Lag lag = lags.get(subscriptions);
            if (lag != null) {
                lag.events = snapshot.events();
                lag.seconds = lag.history.seconds(now, snapshot.ends(), snapshot.reached());
            }
        });
    }

    private void notMeasured(Throwable failure) {
        LOG.debugf("Kafka does not say how far the consumers are: %s", failure.toString());
        lags.values().forEach(lag -> {
            lag.events = Double.NaN;
            lag.seconds = Double.NaN;
        });
    }
}
