package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one part running: starts it, waits until it is ready, starts it again when it dies, and ends it.
public final class ProcessSupervisor {
    /// After Ctrl-C a child may be seen dying a moment before the supervisor knows that it is to end.
    private static final Duration BEFORE_SAYING = Duration.ofMillis(300);

    /// Above what a service that is told to end takes at most: it serves on until others have heard of it, ends what it
    /// has in hand within 20 seconds, and leaves its consumer groups.
    private static final Duration POLITE_LIMIT = Duration.ofSeconds(40);
    private static final long READY_POLL_MS = 100;

    private final ProcessSpec part;
    private final Launcher launcher;
    private final ScheduledExecutorService clock;
    private final Consumer<String> say;
    private final RestartPolicy policy;

    private @Nullable Process process;
    private Instant startedAt = Instant.EPOCH;
    private boolean closing;
    private boolean keptDown;

    ProcessSupervisor(ProcessSpec part, Launcher launcher, ScheduledExecutorService clock, Consumer<String> say) {
        this(part, launcher, clock, say, RestartPolicy.usual());
    }

    ProcessSupervisor(
            ProcessSpec part,
            Launcher launcher,
            ScheduledExecutorService clock,
            Consumer<String> say,
            RestartPolicy policy) {
        this.part = part;
        this.launcher = launcher;
        this.clock = clock;
        this.say = say;
        this.policy = policy;
    }

    public String name() {
        return part.name();
    }

    /// What the process that runs now has written.
    public Path log() {
        return part.log();
    }

    /// Starts the part and waits until it is ready; a part that dies before that fails the start.
    Duration start(Duration limit) {
        var started = launch();
        awaitReady(started, limit);
        started.onExit().thenAccept(this::died).exceptionally(failure -> null);
        return Duration.between(startedAt, Instant.now());
    }

    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    public boolean isReady() {
        return isAlive() && part.readiness().isReady();
    }

    /// How long the end and the start of a process took.
    record Restarted(Duration end, Duration start) {}

    /// Ends the process in good order and starts another one in its place.
    Restarted restart(Duration limit) {
        var before = Instant.now();
        takeDown();
        var end = Duration.between(before, Instant.now());
        bringBack(limit);
        return new Restarted(end, Duration.between(before, Instant.now()).minus(end));
    }

    /// Kills the process as a crash would; it is started again by the usual rule.
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /// Kills the process as a crash would, and keeps it down until [#bringBack].
    public void crash() {
        Process killed;
        synchronized (this) {
            keptDown = true;
            killed = process;
        }
        if (killed != null) {
            killed.destroyForcibly();
            endedWithin(killed, POLITE_LIMIT);
        }
    }

    /// Ends the part and keeps it down until [#bringBack].
    public void takeDown() {
        takeDown(POLITE_LIMIT);
    }

    /// @param politeLimit how long it may take to end by itself before it is killed
    public void takeDown(Duration politeLimit) {
        synchronized (this) {
            keptDown = true;
        }
        end(politeLimit);
    }

    /// @return how long it took to become ready
    public Duration bringBack(Duration limit) {
        synchronized (this) {
            keptDown = false;
        }
        return start(limit);
    }

    /// All at once: each may take its time.
    static void closeAll(List<ProcessSupervisor> supervisors) {
        try (var ends = Executors.newVirtualThreadPerTaskExecutor()) {
            supervisors.forEach(supervisor -> ends.execute(supervisor::close));
        }
    }

    void close() {
        synchronized (this) {
            closing = true;
        }
        end(POLITE_LIMIT);
    }

    private synchronized Process launch() {
        if (closing) {
            throw new StackException(part.name() + " is not started any more: the stack is closing.");
        }
        try {
            startedAt = Instant.now();
            process = launcher.start(part);
            return process;
        } catch (IOException failed) {
            throw new StackException(part.name() + " cannot be started: " + failed.getMessage(), failed);
        }
    }

    private void awaitReady(Process started, Duration limit) {
        var deadline = Instant.now().plus(limit);
        while (!part.readiness().isReady()) {
            if (endedWithin(started, Duration.ofMillis(READY_POLL_MS))) {
                throw new StackException("%s ended while it started (exit code %d).%n%s"
                        .formatted(part.name(), started.exitValue(), LastLines.of(part.log())));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackException("%s was not ready after %d seconds.%n%s"
                        .formatted(part.name(), limit.toSeconds(), LastLines.of(part.log())));
            }
        }
    }

    private void died(Process dead) {
        clock.schedule(() -> afterDeath(dead), BEFORE_SAYING.toMillis(), TimeUnit.MILLISECONDS)
                .isDone();
    }

    private synchronized void afterDeath(Process dead) {
        if (closing || keptDown || !dead.equals(process)) {
            return;
        }
        var pause = policy.afterDeath(Duration.between(startedAt, Instant.now()));
        if (pause.isEmpty()) {
            say.accept("%s died again (exit code %d) and is not started any more, after %d restarts. Its log: %s"
                    .formatted(part.name(), dead.exitValue(), RestartPolicy.MAX_RESTARTS, part.log()));
            return;
        }
        say.accept("%s died (process %d, exit code %d). Restart %d of %d in %.0f s."
                .formatted(
                        part.name(),
                        dead.pid(),
                        dead.exitValue(),
                        policy.restarts(),
                        RestartPolicy.MAX_RESTARTS,
                        pause.get().toMillis() / 1000.0));
        clock.schedule(this::startAgain, pause.get().toMillis(), TimeUnit.MILLISECONDS)
                .isDone();
    }

    private void startAgain() {
        Process started;
        synchronized (this) {
            if (closing || keptDown || isAlive()) {
                return;
            }
            started = launch();
        }
        started.onExit().thenAccept(this::died).exceptionally(failure -> null);
        sayWhenReady(started);
    }

    private void sayWhenReady(Process started) {
        if (!started.isAlive()) {
            return;
        }
        if (part.readiness().isReady()) {
            say.accept("%s is back (process %d, %.1f s)."
                    .formatted(
                            part.name(),
                            started.pid(),
                            Duration.between(startedAt, Instant.now()).toMillis() / 1000.0));
            return;
        }
        clock.schedule(() -> sayWhenReady(started), READY_POLL_MS * 2, TimeUnit.MILLISECONDS)
                .isDone();
    }

    private void end(Duration politeLimit) {
        Process ending;
        synchronized (this) {
            ending = process;
        }
        if (ending == null || !ending.isAlive()) {
            return;
        }
        ending.destroy();
        if (!endedWithin(ending, politeLimit)) {
            say.accept("%s did not end within %d s and is killed.".formatted(part.name(), politeLimit.toSeconds()));
            ending.destroyForcibly();
            endedWithin(ending, POLITE_LIMIT);
        }
    }

    private static boolean endedWithin(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
