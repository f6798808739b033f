package com.coworkpay.platform.outbox;

import com.coworkpay.platform.observability.InFlightWork;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Handles events so that none is lost, and none that is broken stops the others.
///
/// - A handler does one transaction, whose effect is the same however often it comes: the highest version of a state,
/// or a
///   row under the sender's own key. The message is acknowledged after it.
/// - What cannot be read ([EventReader], [UnreadableEventException], SQLSTATE class 22 or 23) goes to the dead-letter
/// topic,
/// then the
///   next one is handled.
/// - While the database is away the partition waits without bound, with an alarm after a minute.
/// - Anything else that fails is tried five times, then dead-lettered.
///
/// A handler never calls KakaoPay: it records the request, a worker carries it out.
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final Pool pool;
    private final DeadLetters deadLetters;
    private final ConsumerConfig config;
    private final ConsumerMetrics metrics;
    private final Tracer tracer;
    private final EventReader reader;
    private final InFlightWork inHand;

    EventConsumer(
            Pool pool,
            DeadLetters deadLetters,
            ConsumerConfig config,
            ConsumerMetrics metrics,
            Tracer tracer,
            InFlightWork inHand) {
        this.pool = pool;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
        this.tracer = tracer;
        this.reader = new EventReader(config.maxBytes());
        this.inHand = inHand;
    }

    /// Handles one message to its end and acknowledges it. A process that stops waits for it; what comes to it in its
    /// last moments is neither handled nor acknowledged.
    ///
    /// @param consumerName for logs and metrics
    /// @param handler called on the message's own context, once per try; it must be repeatable until it commits
    public Uni<Void> consume(String consumerName, Message<byte[]> message, Function<IncomingEvent, Uni<Void>> handler) {
        Executor context = currentContext();
        return inHand.holdUntilTheEnd(() -> one(consumerName, ConsumedRecord.of(message), handler, context)
                .chain(() -> Uni.createFrom().completionStage(message.ack())));
    }

    /// Handles what one poll brought (`batch: true`) to its end and acknowledges it once, as [#consume] does.
    ///
    /// The handler gets all events that could be read, each id once, in the order of their partitions, and does one
    /// transaction for all of them. If that fails for a reason that is not the database's absence, each event is
    /// handled on its own, so that only the guilty one is dead-lettered. The trace of an event is its own
    /// ([IncomingEvent#traceparent]); the batch has one that is linked to all of them.
    ///
    /// @param consumerName for logs and metrics
    /// @param handler called on the batch's own context, once per try and never with an empty list; it must be
    ///     repeatable until it commits
    public Uni<Void> consumeBatch(
            String consumerName, Message<List<byte[]>> batch, Function<List<IncomingEvent>, Uni<Void>> handler) {
        Executor context = currentContext();
        return inHand.holdUntilTheEnd(() -> handled(consumerName, batch, handler, context));
    }

    private Uni<Void> handled(
            String consumerName,
            Message<List<byte[]>> batch,
            Function<List<IncomingEvent>, Uni<Void>> handler,
            Executor context) {
        EventBatch read = EventBatch.read(ConsumedRecord.allOf(batch), reader);
        return together(consumerName, read, handler, context)
                .chain(() -> inTurn(
                        read.unreadable(),
                        dead -> deadLettered(
                                dead.from(), dead.reason(), retry(consumerName, dead.from(), context), context)))
                .chain(() -> Uni.createFrom().completionStage(batch.ack()));
    }

    private Uni<Void> together(
            String consumerName, EventBatch batch, Function<List<IncomingEvent>, Uni<Void>> handler, Executor context) {
        if (batch.readable().size() < 2) {
            return oneByOne(consumerName, batch, handler, context);
        }
        RetryState retry = retry(consumerName, batch, context);
        List<IncomingEvent> events = batch.events();
        return EventTrace.withinAll(tracer, batch.records(), () -> tried(() -> handler.apply(events), retry)
                        .invoke(retry::over))
                .onFailure()
                .recoverWithUni(failure -> {
                    retry.over();
                    LOG.warnf("%s handles %s one by one: %s", consumerName, batch, DeadLetterReason.of(failure));
                    return oneByOne(consumerName, batch, handler, context);
                });
    }

    private Uni<Void> oneByOne(
            String consumerName, EventBatch batch, Function<List<IncomingEvent>, Uni<Void>> handler, Executor context) {
        return inTurn(
                batch.readable(),
                each -> one(consumerName, each.from(), event -> handler.apply(List.of(event)), context));
    }

    private Uni<Void> one(
            String consumerName, ConsumedRecord inHand, Function<IncomingEvent, Uni<Void>> handler, Executor context) {
        RetryState retry = retry(consumerName, inHand, context);
        return EventTrace.within(tracer, inHand, () -> tried(() -> handler.apply(reader.read(inHand)), retry)
                        .invoke(retry::over))
                .onFailure()
                .recoverWithUni(failure -> deadLettered(inHand, DeadLetterReason.of(failure), retry, context));
    }

    /// One after the other, in order.
    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tried(Supplier<Uni<Void>> work, RetryState retry) {
        return Uni.createFrom().deferred(work::get).onFailure().retry().when(failures -> failures.onItem()
                .transformToUniAndConcatenate(failure -> untilNextTry(failure, retry)
                        // A retry needs an item, and null is none.
                        .replaceWith(Boolean.TRUE)));
    }

    private Uni<Void> untilNextTry(Throwable failure, RetryState retry) {
        return switch (FailureKind.of(failure)) {
            case UNREADABLE -> Uni.createFrom().failure(failure);
            case DATABASE -> retry.waitOn("the database", failure);
            case OTHER ->
                pool.query("select 1")
                        .execute()
                        .onItemOrFailure()
                        .transformToUni((answer, away) ->
                                away == null ? retry.countOn(failure) : retry.waitOn("the database", failure));
        };
    }

    private RetryState retry(String consumerName, Object inHand, Executor context) {
        return new RetryState(consumerName, inHand, config, metrics, context);
    }

    private Uni<Void> deadLettered(ConsumedRecord inHand, DeadLetterReason reason, RetryState retry, Executor context) {
        return deadLetters
                .put(inHand, reason)
                .onFailure()
                .retry()
                .when(failures -> failures.onItem()
                        .transformToUniAndConcatenate(
                                failure -> retry.waitOn("Kafka", failure).replaceWith(Boolean.TRUE)))
                .emitOn(context)
                .invoke(retry::over);
    }

    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
