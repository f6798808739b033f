package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkInHandTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InFlightWork work = new InFlightWork(Duration.ZERO, LIMIT);
    private final CompletableFuture<String> kakaoPay = new CompletableFuture<>();

    @Test
    void aProcessThatIsAboutToEndTakesNothing() {
        assertThat(answer(work.take("nothing", () -> Uni.createFrom().item("taken"))))
                .isEqualTo("taken");
        work.stopTaking(new ShutdownDelayInitiatedEvent());
        assertThat(answer(work.take("nothing", () -> Uni.createFrom().item("taken"))))
                .isEqualTo("nothing");
        assertThat(work.isStopping()).isTrue();
    }

    @Test
    void itEndsWhenItsWorkHasEnded() {
        var answered = work.take("nothing", () -> Uni.createFrom().completionStage(kakaoPay))
                .subscribeAsCompletionStage();
        var ended = CompletableFuture.runAsync(() -> work.awaitEnd(new ShutdownEvent()));
        await().atMost(LIMIT).until(work::isStopping);
        assertThat(ended).isNotDone();
        kakaoPay.complete("approved");
        await().atMost(LIMIT).until(ended::isDone);
        assertThat(answered).isCompletedWithValue("approved");
    }

    @Test
    void eventsAreHandledUntilTheEndAndThenNoMore() {
        work.stopTaking(new ShutdownDelayInitiatedEvent());
        assertThat(answer(work.holdUntilTheEnd(() -> Uni.createFrom().item("handled"))))
                .isEqualTo("handled");
        work.awaitEnd(new ShutdownEvent());
        assertThat(work.holdUntilTheEnd(() -> Uni.createFrom().item("handled")).subscribeAsCompletionStage())
                .isNotDone();
    }

    @Test
    void workThatWasTakenMayBeBegunLate() {
        work.stopTaking(new ShutdownDelayInitiatedEvent());
        assertThat(answer(work.hold(() -> Uni.createFrom().item("done")))).isEqualTo("done");
    }

    @Test
    void workThatFailsOrIsGivenUpIsOver() {
        work.hold(() -> Uni.createFrom().failure(new IllegalStateException("no")))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(LIMIT);
        work.hold(() -> Uni.createFrom().completionStage(kakaoPay))
                .subscribe()
                .with(ignored -> {})
                .cancel();
        assertThat(work.count()).isZero();
    }

    @Test
    void itIsNotWaitedForForEver() {
        var impatient = new InFlightWork(Duration.ZERO, Duration.ofMillis(50));
        impatient
                .hold(() -> Uni.createFrom().completionStage(kakaoPay))
                .subscribe()
                .with(ignored -> {});
        impatient.awaitEnd(new ShutdownEvent());
    }

    private static String answer(Uni<String> uni) {
        return uni.await().atMost(LIMIT);
    }
}
