package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEventException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// A consumer that can be mended.
@Singleton
class Things implements EventHandlers {
    final List<IncomingEvent> handled = new CopyOnWriteArrayList<>();
    final List<IncomingEvent> others = new CopyOnWriteArrayList<>();
    volatile boolean isMended;

    private final EventConsumer consumer;
    private final Pool pool;

    Things(EventConsumer consumer, Pool pool) {
        this.consumer = consumer;
        this.pool = pool;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("things", events -> handle(events.getFirst()), "others", events -> other(events.getFirst()));
    }

    @Incoming("things")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("things", message, this::handle);
    }

    @Incoming("others")
    Uni<Void> consumeOthers(Message<byte[]> message) {
        return consumer.consume("others", message, this::other);
    }

    long timesHandled(String id) {
        return handled.stream().filter(each -> each.id().equals(id)).count();
    }

    private Uni<Void> handle(IncomingEvent event) {
        if (!isMended) {
            throw new UnreadableEventException("not mended yet");
        }
        handled.add(event);
        return pool.preparedQuery("insert into effect values ($1) on conflict do nothing")
                .execute(Tuple.of(event.id()))
                .replaceWithVoid();
    }

    private Uni<Void> other(IncomingEvent event) {
        if (!isMended) {
            throw new UnreadableEventException("not mended yet");
        }
        others.add(event);
        return Uni.createFrom().voidItem();
    }
}
