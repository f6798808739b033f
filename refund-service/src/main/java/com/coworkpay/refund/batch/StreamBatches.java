package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.ledger.RefundProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The streams of refund batches that are open in this process, bounded in their number. Each reads the version of its
/// batch every second, and the batch when it has changed. Without the database they stay open and wait.
@ApplicationScoped
class StreamBatches {

    private static final int MAX_OPEN = 32;

    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final BatchReadStore batches;
    private final FindBatches findBatches;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Set<BatchStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    StreamBatches(BatchReadStore batches, FindBatches findBatches, ObjectMapper json, Vertx vertx) {
        this.batches = batches;
        this.findBatches = findBatches;
        this.json = json;
        this.vertx = vertx;
    }

    /// Completes when the stream is over; at once, with nothing written, for a client that has the last version: it is
    /// answered with 204, on which a browser does not come again. Fails with a [ProblemException].
    ///
    /// @param lastEventId the version that the client has
    Uni<Void> open(String locationId, UUID id, @Nullable String lastEventId, RoutingContext request) {
        if (stopping) {
            return Uni.createFrom().failure(ProblemException.of(CommonProblem.UNAVAILABLE));
        }
        if (open.size() >= MAX_OPEN) {
            return Uni.createFrom()
                    .failure(ProblemException.of(RefundProblem.BATCH_STREAMS_FULL)
                            .retryAfter(WHEN_FULL));
        }
        return findBatches.one(locationId, id).chain(first -> {
            boolean isKnown = Long.toString(first.version()).equals(lastEventId);
            boolean isOver = first.status().isOver();
            return isKnown && isOver || request.response().closed()
                    ? Uni.createFrom().voidItem()
                    : stream(locationId, id, first, isKnown, request);
        });
    }

    private Uni<Void> stream(String locationId, UUID id, BatchResponse first, boolean isKnown, RoutingContext request) {
        BatchStream stream = new BatchStream(request.response());
        open.add(stream);
        return Uni.createFrom().emitter(over -> {
            long timer = vertx.setPeriodic(POLL.toMillis(), _ -> tick(stream, locationId, id));
            request.addEndHandler(_ -> {
                vertx.cancelTimer(timer);
                open.remove(stream);
                over.complete(null);
            });
            stream.begin(first.version(), text(first), isKnown);
            if (first.status().isOver()) {
                stream.end();
            }
        });
    }

    private void tick(BatchStream stream, String locationId, UUID id) {
        if (stream.isOld()) {
            stream.end();
        } else if (stream.beginRead()) {
            batches.version(locationId, id)
                    .chain(found ->
                            found.filter(version -> version != stream.version()).isPresent()
                                    ? findBatches.one(locationId, id).invoke(now -> {
                                        stream.send(now.version(), text(now));
                                        if (now.status().isOver()) {
                                            stream.end();
                                        }
                                    })
                                    : Uni.createFrom().nullItem())
                    .onTermination()
                    .invoke(stream::endRead)
                    .subscribe()
                    .with(_ -> stream.beat(), _ -> stream.beat());
        }
    }

    private String text(BatchResponse batch) {
        try {
            return json.writeValueAsString(batch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Readiness is down from now on: clients come again, to another process.
    void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
        stopping = true;
        open.forEach(BatchStream::end);
    }
}
