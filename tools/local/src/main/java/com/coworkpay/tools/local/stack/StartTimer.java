package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Starts parts and says what became ready and how long it took.
final class StartTimer {
    private static final int REMIND_AFTER_S = 10;

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

    /// Starts parts that do not need each other at the same time. The first failure is thrown.
    void startTogether(List<ProcessSupervisor> supervisors) {
        say.accept("  starting "
                + supervisors.stream().map(ProcessSupervisor::name).collect(Collectors.joining(" and ")) + " …");
        var before = Instant.now();
        var reminder = clock.scheduleAtFixedRate(
                () -> remind(supervisors, before), REMIND_AFTER_S, REMIND_AFTER_S, TimeUnit.SECONDS);
        try {
            CompletableFuture.allOf(supervisors.stream().map(this::inBackground).toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        } finally {
            reminder.cancel(false);
        }
    }

    private CompletableFuture<Void> inBackground(ProcessSupervisor supervisor) {
        return CompletableFuture.runAsync(
                () -> sayReady(supervisor.name(), supervisor.start(limit)),
                task -> Thread.ofPlatform().daemon().start(task));
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
