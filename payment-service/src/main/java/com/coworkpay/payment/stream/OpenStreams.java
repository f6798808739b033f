package com.coworkpay.payment.stream;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.stream.StreamMetrics.Bound;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The streams that are open in this process, bounded in their number. While there are some, one statement reads the
/// versions of all that they show; what changed is read and sent. Without the database they stay open and wait.
@ApplicationScoped
public class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    /// Of one payment or checkout: a page in a few tabs.
    private static final int MAX_OF_ONE = 4;

    private static final int READS_AT_ONCE = 4;
    private static final Duration WHEN_FULL = Duration.ofSeconds(30);
    private static final Duration WHEN_MANY = Duration.ofSeconds(10);

    private final StreamVersionStore versions;
    private final StreamMetrics metrics;
    private final ObjectMapper mapper;
    private final Vertx vertx;
    private final PaymentConfig.Streams config;
    private final AtomicBoolean polling = new AtomicBoolean();
    private final Map<StreamKey, List<OpenStream>> open = new HashMap<>();
    private int count;
    private boolean stopping;
    private volatile boolean isDatabaseDown;

    OpenStreams(
            StreamVersionStore versions,
            StreamMetrics metrics,
            ObjectMapper mapper,
            Vertx vertx,
            PaymentConfig config) {
        this.versions = versions;
        this.metrics = metrics;
        this.mapper = mapper;
        this.vertx = vertx;
        this.config = config.payment().streams();
    }

    /// Completes when the stream is over; at once, with nothing written, for a client that has the last version: it is
    /// answered with 204, on which a browser does not come again. Fails with a [ProblemException].
    ///
    /// @param lastEventId the version that the client has
    /// @param read fails where the client may not see it; outlives the request
    public Uni<Void> open(
            StreamKey key, @Nullable String lastEventId, RoutingContext request, Supplier<Uni<Frame>> read) {
        Supplier<Uni<Frame>> written = () -> read.get().map(this::written);
        checkBounds(key);
        return Uni.createFrom().deferred(written::get).chain(first -> {
            boolean known = Long.toString(first.version()).equals(lastEventId);
            if (known && first.last() || request.response().closed()) {
                return Uni.createFrom().voidItem();
            }
            OpenStream stream = new OpenStream(key, written, request.response());
            add(stream);
            return Uni.createFrom().emitter(over -> {
                request.addEndHandler(_ -> {
                    remove(stream);
                    over.complete(null);
                });
                stream.begin(first, known);
            });
        });
    }

    private Frame written(Frame frame) {
        try {
            return new Frame(frame.version(), mapper.writeValueAsString(frame.body()), frame.last());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void checkBounds(StreamKey key) {
        if (stopping) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
        if (count >= config.maxOpen()) {
            metrics.refused(Bound.PROCESS);
            throw ProblemException.of(PaymentProblem.STREAMS_FULL).retryAfter(WHEN_FULL);
        }
        if (open.getOrDefault(key, List.of()).size() >= MAX_OF_ONE) {
            metrics.refused(Bound.PAYMENT);
            throw ProblemException.of(PaymentProblem.TOO_MANY_STREAMS).retryAfter(WHEN_MANY);
        }
    }

    private synchronized void add(OpenStream stream) {
        checkBounds(stream.key());
        open.merge(stream.key(), List.of(stream), (some, one) -> Stream.concat(some.stream(), one.stream())
                .toList());
        count++;
        metrics.open(count);
    }

    private synchronized void remove(OpenStream stream) {
        List<OpenStream> all = open.getOrDefault(stream.key(), List.of());
        if (!all.contains(stream)) {
            return;
        }
        List<OpenStream> left = all.stream().filter(each -> each != stream).toList();
        if (left.isEmpty()) {
            open.remove(stream.key());
        } else {
            open.put(stream.key(), left);
        }
        count--;
        metrics.open(count);
    }

    private synchronized boolean isAnyOpen() {
        return count > 0;
    }

    private synchronized List<OpenStream> all() {
        return open.values().stream().flatMap(List::stream).toList();
    }

    /// On a context of its own: no statement belongs to the trace of the first client.
    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.poll().toMillis(), _ -> tick());
    }

    private void tick() {
        for (OpenStream stream : all()) {
            if (stream.isGone()) {
                // It went before anybody was told of it.
                remove(stream);
            } else if (stream.isOld(config.lasts())) {
                stream.end();
            } else {
                stream.beat(config.heartbeat());
            }
        }
        if (isAnyOpen() && polling.compareAndSet(false, true)) {
            poll().onTermination().invoke(() -> polling.set(false)).subscribe().with(_ -> {}, this::logOnce);
        }
    }

    private Uni<Void> poll() {
        List<OpenStream> streams = all();
        Set<StreamKey> keys = streams.stream().map(OpenStream::key).collect(Collectors.toSet());
        return versions.versions(keys)
                .invoke(() -> isDatabaseDown = false)
                .onItem()
                .transformToMulti(now -> Multi.createFrom()
                        .iterable(streams)
                        .filter(stream -> stream.isReading()
                                && now.getOrDefault(stream.key(), stream.version()) != stream.version()))
                .onItem()
                .transformToUni(OpenStream::refresh)
                .merge(READS_AT_ONCE)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private void logOnce(Throwable failure) {
        if (!isDatabaseDown) {
            LOG.warnf("streams wait for the database: %s", SafeErrorText.of(failure));
        }
        isDatabaseDown = true;
    }

    /// Readiness is down from now on: clients come again, to another process.
    void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
        endAll();
    }

    void endAll() {
        synchronized (this) {
            stopping = true;
        }
        all().forEach(OpenStream::end);
    }
}
