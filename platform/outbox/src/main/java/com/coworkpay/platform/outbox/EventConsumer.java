package com.coworkpay.platform.outbox;

import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Handles events so that none is lost, none has two effects, and none that is broken stops the others.
///
/// - A handler does one transaction: [Inbox#firstTime] and the effect. The message is acknowledged after it.
/// - What cannot be read (no `ce_id` or `ce_type`, not a JSON object, too large, [UnreadableEvent], SQLSTATE class 22
///   or 23) goes to the dead-letter topic, then the next one is handled.
/// - While the database is away the partition waits without bound, with an alarm after a minute.
/// - Anything else that fails is tried five times, then dead-lettered.
///
/// A handler never calls KakaoPay: it records the wish, a worker carries it out.
@ApplicationScoped
public class EventConsumer {
    private final Pool pool;
    private final DeadLetters deadLetters;
    private final ConsumerConfig config;
    private final ConsumerMetrics metrics;
    private final Tracer tracer;
    private final EventReader reader;

    EventConsumer(Pool pool, DeadLetters deadLetters, ConsumerConfig config, ConsumerMetrics metrics, Tracer tracer) {
        this.pool = pool;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
        this.tracer = tracer;
        this.reader = new EventReader(config.maxBytes());
    }

    /// Handles one message to its end and acknowledges it. Fails only when the service stops.
    ///
    /// @param consumerName constant for ever: the inbox knows it
    /// @param handler called on the message's own context, once per try; it must be repeatable until it commits
    public Uni<Void> consume(String consumerName, Message<byte[]> message, Function<IncomingEvent, Uni<Void>> handler) {
        ConsumedRecord inHand = ConsumedRecord.of(message);
        Executor context = currentContext();
        Patience patience = new Patience(consumerName, inHand, config, metrics, context);
        return EventTrace.within(
                        tracer, inHand, () -> handled(inHand, handler, patience).invoke(patience::over))
                .onFailure()
                .recoverWithUni(failure -> deadLettered(inHand, reason(failure), patience, context))
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }

    private Uni<Void> handled(ConsumedRecord inHand, Function<IncomingEvent, Uni<Void>> handler, Patience patience) {
        return Uni.createFrom()
                .deferred(() -> handler.apply(reader.read(inHand)))
                .onFailure()
                .retry()
                .when(failures -> failures.onItem()
                        .transformToUniAndConcatenate(failure -> untilNextTry(failure, patience)
                                // A retry needs an item, and null is none.
                                .replaceWith(Boolean.TRUE)));
    }

    private Uni<Void> untilNextTry(Throwable failure, Patience patience) {
        return switch (FailureKind.of(failure)) {
            case UNREADABLE -> Uni.createFrom().failure(failure);
            case DATABASE -> patience.waitOn("the database", failure);
            case OTHER ->
                pool.query("select 1")
                        .execute()
                        .onItemOrFailure()
                        .transformToUni((answer, away) ->
                                away == null ? patience.countOn(failure) : patience.waitOn("the database", failure));
        };
    }

    private Uni<Void> deadLettered(ConsumedRecord inHand, String reason, Patience patience, Executor context) {
        return deadLetters
                .put(inHand, reason)
                .onFailure()
                .retry()
                .when(failures -> failures.onItem()
                        .transformToUniAndConcatenate(
                                failure -> patience.waitOn("Kafka", failure).replaceWith(Boolean.TRUE)))
                .emitOn(context)
                .invoke(patience::over);
    }

    /// Without messages of the database or of foreign exceptions, which may hold personal data.
    private static String reason(Throwable failure) {
        if (failure instanceof UnreadableEvent unreadable) {
            return unreadable.reason();
        }
        String state = FailureKind.sqlState(failure);
        if (state != null) {
            return "refused by the database: SQLSTATE " + state;
        }
        return "handler failed: " + failure.getClass().getName();
    }

    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
