package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Kills services and restarts what they stand on, by a seed, until told to stop; everything runs when it has stopped.
final class FaultInjector implements FaultSchedule {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final SplittableRandom random;
    private final Consumer<String> say;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<String, Integer> made = new TreeMap<>();

    FaultInjector(LocalStack stack, long seed, Consumer<String> say) {
        this.stack = stack;
        this.random = new SplittableRandom(seed);
        this.say = say;
    }

    @Override
    public void make() throws InterruptedException {
        while (!pause(random.nextInt(3_000, 9_000))) {
            int ticket = random.nextInt(100);
            if (ticket < 30) {
                crash(Services.PAYMENT);
            } else if (ticket < 60) {
                crash(Services.REFUND);
            } else if (ticket < 72) {
                crash(Services.REPORTING);
            } else if (ticket < 82) {
                crash(Services.INTEGRATION);
            } else if (ticket < 88) {
                restart("PostgreSQL restarted", stack.postgres());
            } else if (ticket < 92) {
                killPostgres();
            } else {
                restart("Kafka restarted", stack.kafka());
            }
        }
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    @Override
    public Map<String, Integer> made() {
        return made;
    }

    private void crash(String service) throws InterruptedException {
        var processes = stack.processes(service);
        var one = processes.size() == 1 ? processes.getFirst() : processes.get(random.nextInt(processes.size()));
        count(one.name() + " killed -9");
        one.crash();
        bringBack(one, random.nextInt(4_000));
    }

    private void restart(String what, ProcessSupervisor part) throws InterruptedException {
        count(what);
        part.takeDown();
        bringBack(part, random.nextInt(1_000, 10_000));
    }

    private void killPostgres() throws InterruptedException {
        count("PostgreSQL killed -9");
        ProcessHandle.of(stack.postgresServerPid()).ifPresent(ProcessHandle::destroyForcibly);
        stack.postgres().crash();
        bringBack(stack.postgres(), random.nextInt(1_000, 5_000));
    }

    private void bringBack(ProcessSupervisor part, int downMs) throws InterruptedException {
        pause(downMs);
        part.bringBack(START_LIMIT);
    }

    private void count(String what) {
        made.merge(what, 1, Integer::sum);
        say.accept("  %s  %s".formatted(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), what));
    }

    private boolean pause(int ms) throws InterruptedException {
        return stop.await(ms, TimeUnit.MILLISECONDS);
    }
}
