package com.coworkpay.kakaopay.connector;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// One Vert.x for a test class, and patience of ten seconds for each call.
abstract class ConnectorTestBase {

    static Vertx vertx;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.closeAndAwait();
    }

    static <T> Outcome<T> await(Uni<Outcome<T>> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    static Object reason(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> "DONE";
            case Outcome.Refused<?> refused -> refused.reason();
            case Outcome.NotSent<?> notSent -> notSent.reason();
            case Outcome.Unknown<?> unknown -> unknown.reason();
        };
    }
}
