package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.image.Training;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.ServiceJvm.CacheUse;
import com.coworkpay.tools.local.stack.Services;
import com.coworkpay.tools.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/// `./coworkpay bench footprint`: how long each service and the console take to become ready and how much memory they
/// hold, with and
/// without the ahead-of-time cache. As on Kubernetes, the databases are migrated before, and a service only looks
/// whether they are.
///
/// The services start one at a time, each when the others have come to rest, so that none waits for another's turn at
/// the processors.
public final class FootprintBench {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(30);
    /// CPU of the whole stack in a second in which nothing is under way but what goes by the clock.
    private static final long QUIET_MS = 150;

    private static final Map<String, String> AS_ON_KUBERNETES =
            Map.of("COWORKPAY_MIGRATE_AT_START", "false", "QUARKUS_FLYWAY_VALIDATE_AT_START", "true");

    private final FootprintBenchOptions options;
    private final Console console;
    private final Path root;

    private FootprintBench(FootprintBenchOptions options, Console console, Path root) {
        this.options = options;
        this.console = console;
        this.root = root;
    }

    public static int run(FootprintBenchOptions options, Path root, Console console) throws IOException {
        var bench = new FootprintBench(options, console, root);
        var jvm = ServiceJvm.ofCheckout(root);
        new Training(root, jvm, Services.PROGRAMS, console).makeCaches();
        bench.migrate(jvm.with(CacheUse.IF_THERE));
        var without = bench.measure("without the cache", jvm.with(CacheUse.NONE));
        var with = bench.measure("with the cache", jvm.with(CacheUse.IF_THERE));
        new FootprintReport(without, with, options).print(console, jvm);
        return 0;
    }

    private void migrate(ServiceJvm jvm) throws IOException {
        console.say("Migrating the databases of a stack of its own, state in " + folder());
        try (var stack = stack(true, Map.of(), jvm)) {
            stack.start();
        }
    }

    /// The rounds of each service.
    private Map<String, List<Footprint>> measure(String how, ServiceJvm jvm) throws IOException {
        try (var stack = stack(false, AS_ON_KUBERNETES, jvm)) {
            console.say("Measuring " + how);
            stack.start();
            try (var traffic = new LoadGenerator(stack)) {
                traffic.run(options.requests());
                return rounds(stack, traffic);
            }
        }
    }

    private LocalStack stack(boolean fresh, Map<String, String> serviceSettings, ServiceJvm jvm) throws IOException {
        var settings = new StackSettings(
                        root,
                        folder(),
                        fresh,
                        OptionalInt.empty(),
                        true,
                        serviceSettings,
                        true,
                        Duration.ofMinutes(3),
                        jvm)
                .withConsole();
        var stack = new LocalStack(settings, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    }

    private Path folder() {
        return root.resolve("target/bench-state");
    }

    private Map<String, List<Footprint>> rounds(LocalStack stack, LoadGenerator traffic) throws IOException {
        var measured = new LinkedHashMap<String, List<Footprint>>();
        for (int round = 1; round <= options.rounds(); round++) {
            Services.PROGRAMS.parallelStream()
                    .forEach(service -> stack.service(service).takeDown());
            var started = new LinkedHashMap<String, Footprint>();
            for (String service : Services.PROGRAMS) {
                untilQuiet(stack);
                var supervisor = stack.service(service);
                double ready = supervisor.bringBack(START_LIMIT).toMillis() / 1000.0;
                started.put(service, new Footprint(ready, Cpu.ofTree(supervisor.pid()) / 1000.0, 0, 0));
            }
            var idle = memory(stack);
            traffic.run(options.requests());
            var busy = memory(stack);
            started.forEach((service, start) -> measured.computeIfAbsent(service, first -> new ArrayList<>())
                    .add(new Footprint(
                            start.readySeconds(),
                            start.cpuSeconds(),
                            idle.getOrDefault(service, 0.0),
                            busy.getOrDefault(service, 0.0))));
            console.say("  round %d: ready after %s s; %.0f MiB together"
                    .formatted(
                            round,
                            started.values().stream()
                                    .map(start -> "%.1f".formatted(start.readySeconds()))
                                    .toList(),
                            busy.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum()));
        }
        return measured;
    }

    /// A process that is ready is still being compiled for a while, by threads that would take the next one's turn at
    /// the processors.
    private static void untilQuiet(LocalStack stack) {
        long deadline = System.nanoTime() + QUIET_LIMIT.toNanos();
        long before = Cpu.now(stack).allMs();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            long now = Cpu.now(stack).allMs();
            if (now - before < QUIET_MS) {
                return;
            }
            before = now;
        }
    }

    private static Map<String, Double> memory(LocalStack stack) {
        var memory = new LinkedHashMap<String, Double>();
        Services.PROGRAMS.forEach(service ->
                memory.put(service, Memory.of(stack.service(service).pid()).pssMb()));
        return memory;
    }
}
