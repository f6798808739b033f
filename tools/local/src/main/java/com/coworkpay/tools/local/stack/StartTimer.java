package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Starts parts and says what became ready and how long it took.
final class StartTimer {
    private static final int REMIND_AFTER_S = 10;

    /// One process of each program: the start limit is made for these.
    private static final int USUAL_PARTS = Services.PROGRAMS.size();

    interface Start {
        void run() throws IOException;
    }

    private final Duration limit;
    private final ScheduledExecutorService clock;
    private final Consumer<String> say;

    StartTimer(Duration limit, ScheduledExecutorService clock, Consumer<String> say) {
        this.limit = limit;
        this.clock = clock;
        this.say = say;
    }

    void timed(String name, Start start) throws IOException {
        var before = Instant.now();
        start.run();
        sayReady(name, Duration.between(before, Instant.now()));
    }

    /// How long each of so many parts may take that start at the same time: they share the processors.
    static Duration limitOf(Duration ofOne, int parts) {
        return parts <= USUAL_PARTS
                ? ofOne
                : ofOne.plus(ofOne.multipliedBy((long) parts - USUAL_PARTS).dividedBy(USUAL_PARTS));
    }

    /// Starts parts that do not need each other at the same time. Where some do not become ready, all of them are
    /// named,
    /// each with the end of its log.
    void startTogether(List<ProcessSupervisor> supervisors) {
        say.accept("  starting "
                + supervisors.stream().map(ProcessSupervisor::name).collect(Collectors.joining(" and ")) + " …");
        var before = Instant.now();
        var reminder = clock.scheduleAtFixedRate(
                () -> remind(supervisors, before), REMIND_AFTER_S, REMIND_AFTER_S, TimeUnit.SECONDS);
        var each = limitOf(limit, supervisors.size());
        var starts = supervisors.stream()
                .map(supervisor -> inBackground(supervisor, each))
                .toList();
        CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new))
                .handle((done, failed) -> done)
                .join();
        reminder.cancel(false);
        var failures = starts.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(CompletableFuture::exceptionNow)
                .toList();
        if (!failures.isEmpty()) {
            throw failure(failures, supervisors.size());
        }
    }

    private CompletableFuture<Void> inBackground(ProcessSupervisor supervisor, Duration each) {
        return CompletableFuture.runAsync(
                () -> sayReady(supervisor.name(), supervisor.start(each)),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private static RuntimeException failure(List<Throwable> failures, int parts) {
        if (!failures.stream().allMatch(StackException.class::isInstance)) {
            return new IllegalStateException("a part did not start", failures.getFirst());
        }
        String sentences = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n\n"));
        return new StackException("%d of %d processes did not start.%s%n%n%s"
                .formatted(failures.size(), parts, advice(parts), sentences));
    }

    /// Several processes of a service are slow to start together on a small machine.
    private static String advice(int parts) {
        return parts > USUAL_PARTS ? " With fewer replicas each starts sooner: ./coworkpay up --replicas 1." : "";
    }

    private void remind(List<ProcessSupervisor> supervisors, Instant before) {
        String late = supervisors.stream()
                .filter(supervisor -> !supervisor.isReady())
                .map(ProcessSupervisor::name)
                .collect(Collectors.joining(" and "));
        if (!late.isEmpty()) {
            say.accept("  still starting %s (%d s)"
                    .formatted(late, Duration.between(before, Instant.now()).toSeconds()));
        }
    }

    private void sayReady(String name, Duration took) {
        say.accept("  %-22s ready after %4.1f s".formatted(name, took.toMillis() / 1000.0));
    }
}
