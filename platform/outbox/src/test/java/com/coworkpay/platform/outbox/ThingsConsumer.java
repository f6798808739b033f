package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// A consumer as a service writes one; the event's data says how it fares.
@Singleton
class ThingsConsumer {
    final Map<String, Integer> tries = new ConcurrentHashMap<>();
    final Map<String, String> traces = new ConcurrentHashMap<>();

    private final EventConsumer events;
    private final Pool pool;

    ThingsConsumer(EventConsumer events, Pool pool) {
        this.events = events;
        this.pool = pool;
    }

    @Incoming("things")
    Uni<Void> on(Message<byte[]> message) {
        return events.consume("things", message, this::handle);
    }

    private Uni<Void> handle(IncomingEvent event) {
        int nth = tries.merge(event.id(), 1, Integer::sum);
        @Nullable String trace = Traceparent.current();
        traces.put(event.id(), trace == null ? "" : trace);
        if (event.type().equals("thing.unknown.v9")) {
            throw new UnreadableEventException("unknown type " + event.type());
        }
        if (nth <= event.data().path("failures").asInt(0)) {
            throw new IllegalStateException("secret 4111-1111");
        }
        String note = event.data().path("note").asText("");
        if (note.equals("of the wrong kind")) {
            return pool.preparedQuery("select $1::int")
                    .execute(Tuple.of("no number"))
                    .replaceWithVoid();
        }
        return pool.withTransaction(connection -> effect(connection, event.id(), note));
    }

    private static Uni<Void> effect(SqlConnection connection, String eventId, String note) {
        return connection
                .preparedQuery("insert into effect (event_id, note) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(eventId, note))
                .replaceWithVoid();
    }
}
