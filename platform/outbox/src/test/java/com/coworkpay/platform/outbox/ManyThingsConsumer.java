package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// A consumer of batches as a service writes one; the events' data say how they fare.
@Singleton
class ManyThingsConsumer {
    /// The ids of each call.
    final List<List<String>> calls = new CopyOnWriteArrayList<>();

    /// What was current while an event was handled, and what the event itself carried.
    final Map<String, String> currentTraces = new ConcurrentHashMap<>();

    final Map<String, String> ownTraces = new ConcurrentHashMap<>();

    private final EventConsumer events;
    private final Pool pool;

    ManyThingsConsumer(EventConsumer events, Pool pool) {
        this.events = events;
        this.pool = pool;
    }

    @Incoming("many")
    Uni<Void> on(Message<List<byte[]>> batch) {
        return events.consumeBatch("many-things", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> batch) {
        calls.add(batch.stream().map(IncomingEvent::id).toList());
        batch.forEach(this::note);
        return pool.withTransaction(connection -> effects(connection, batch));
    }

    private void note(IncomingEvent event) {
        currentTraces.put(event.id(), String.valueOf(Traceparent.current()));
        @Nullable String own = event.traceparent();
        ownTraces.put(event.id(), String.valueOf(own));
        if (event.type().equals("thing.unknown.v9")) {
            throw new UnreadableEventException("unknown type " + event.type());
        }
        if (event.data().path("broken").asBoolean()) {
            throw new IllegalStateException("secret 4111-1111");
        }
    }

    private static Uni<Void> effects(SqlConnection connection, List<IncomingEvent> batch) {
        String[] ids = batch.stream().map(IncomingEvent::id).toArray(String[]::new);
        String[] notes =
                batch.stream().map(e -> e.data().path("note").asText("")).toArray(String[]::new);
        return connection
                .preparedQuery(
                        "insert into effect (event_id, note) select * from unnest($1::text[], $2::text[]) on conflict do nothing")
                .execute(Tuple.of(ids, notes))
                .replaceWithVoid();
    }
}
