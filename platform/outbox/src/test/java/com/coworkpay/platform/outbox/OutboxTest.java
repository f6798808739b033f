package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Test
    void anEntityAndItsEventAreWrittenTogether() {
        OutboxEvent event = event("entity-" + UUID.randomUUID());
        onContext(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.persist(new Thing(event.key())))
                .chain(() -> outbox.add(event))));
        ReceivedEvent seen = KafkaProbe.awaitEvent(
                "test.outbound", e -> event.id().toString().equals(e.id()));
        assertThat(seen.key()).isEqualTo(event.key());
        assertThat(Db.number("select count(*) from thing where id = ?", event.key()))
                .isOne();
    }

    @Test
    void aStatementAndItsEventAreWrittenTogether() {
        OutboxEvent event = event("statement-" + UUID.randomUUID());
        pool.withTransaction(connection -> outbox.add(connection, event))
                .await()
                .atMost(Duration.ofSeconds(10));
        KafkaProbe.awaitEvent("test.outbound", e -> event.id().toString().equals(e.id()));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        OutboxEvent undone = event("undone-" + UUID.randomUUID());
        pool.withTransaction(connection -> outbox.add(connection, undone)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("undo"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(10));
        OutboxEvent next = event(undone.key());
        pool.withTransaction(connection -> outbox.add(connection, next)).await().atMost(Duration.ofSeconds(10));
        KafkaProbe.awaitEvent("test.outbound", e -> next.id().toString().equals(e.id()));
        assertThat(KafkaProbe.eventsOf("test.outbound"))
                .noneMatch(e -> undone.id().toString().equals(e.id()));
    }

    @Test
    void aTransactionKnowsTheEventsThatItHasWritten() {
        OutboxEvent event = event("known-" + UUID.randomUUID());
        boolean after = pool.withTransaction(
                        connection -> outbox.add(connection, event).chain(() -> hasEvent(connection, event)))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(after).isTrue();
        // In a transaction of its own, on the same connections.
        assertThat(hasEvent(pool, event).await().atMost(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void anotherVersionIsAnotherEvent() {
        OutboxEvent event = event("version-" + UUID.randomUUID());
        OutboxEvent longer = new OutboxEvent(
                event.id(),
                event.topic(),
                event.aggregateType(),
                event.key(),
                event.type(),
                11,
                event.payloadJson(),
                null);
        boolean before = pool.withTransaction(
                        connection -> outbox.add(connection, longer).chain(() -> hasEvent(connection, event)))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(before).isFalse();
    }

    private static Uni<Boolean> hasEvent(SqlClient client, OutboxEvent event) {
        return client.preparedQuery("select outbox_has_event($1, $2, $3)")
                .execute(Tuple.of(event.topic(), event.key(), event.version()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static OutboxEvent event(String key) {
        return new OutboxEvent(
                Ids.next(),
                "test.outbound",
                "thing",
                key,
                "thing.changed.v1",
                1,
                "{\"ok\":true}",
                Traceparent.current());
    }

    private <T> void onContext(Supplier<Uni<T>> work) {
        Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
        io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle.setContextSafe(context, true);
        CompletableFuture<@Nullable T> done = new CompletableFuture<>();
        context.runOnContext(ignored -> work.get().subscribe().with(done::complete, done::completeExceptionally));
        done.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
