package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.bench.LoadGenerator;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.ServiceJvm.CacheUse;
import com.coworkpay.tools.local.stack.StackException;
import com.coworkpay.tools.local.stack.StackSettings;
import com.coworkpay.tools.local.stack.StartCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Makes ahead-of-time caches: a stack of its own takes payments and gives them back while the JVMs write down what
/// they load, and a cache is made of each record. It must be trained as it is used: same JDK, same jars, same
/// flags.
public final class Training {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration MAKE_LIMIT = Duration.ofMinutes(10);
    /// Writing down slows a start, and a machine that builds images is busy with other things too.
    private static final Map<String, String> TIMEOUT = Map.of(
            "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "PT2M",
            "QUARKUS_OIDC_CONNECTION_DELAY", "PT2M",
            "QUARKUS_OIDC_CONNECTION_TIMEOUT", "PT30S");

    private static final int REQUESTS = 200;

    private final Path root;
    private final ServiceJvm jvm;
    private final List<String> programs;
    private final Console console;

    /// @param jvm how the programs will run
    /// @param programs the names of those that a cache is made for
    public Training(Path root, ServiceJvm jvm, List<String> programs, Console console) {
        this.root = root;
        this.jvm = jvm;
        this.programs = programs;
        this.console = console;
    }

    /// Makes those that are missing, or that the JVM would drop.
    public void makeCaches() throws IOException {
        if (programs.stream().allMatch(this::isUsed)) {
            return;
        }
        Files.createDirectories(jvm.caches());
        console.say("Training: a stack of its own, in which every program writes down what it loads");
        record();
        for (String program : programs) {
            make(program);
        }
    }

    private void record() throws IOException {
        for (String program : programs) {
            Files.deleteIfExists(jvm.cacheOf(program).recording());
        }
        var settings = new StackSettings(
                        root,
                        root.resolve("target/training-state"),
                        true,
                        OptionalInt.empty(),
                        true,
                        TIMEOUT,
                        true,
                        START_LIMIT,
                        jvm.with(CacheUse.RECORD))
                .withConsole();
        try (var stack = new LocalStack(settings, line -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            try (var traffic = new LoadGenerator(stack)) {
                traffic.run(REQUESTS);
            }
            stack.endWithin(ServiceJvm.RECORD_LIMIT);
        }
    }

    private void make(String program) throws IOException {
        var cache = jvm.cacheOf(program);
        if (!Files.exists(cache.recording()) || Files.size(cache.recording()) == 0) {
            throw new StackException("The training run of " + program + " left no record.");
        }
        var java = new Java(jvm, program);
        java.run(
                MAKE_LIMIT,
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + cache.recording(),
                        "-XX:AOTCache=" + cache.fresh()),
                List.of());
        long bytes = Files.exists(cache.fresh()) ? Files.size(cache.fresh()) : 0;
        if (bytes < StartCache.MIN_BYTES) {
            throw new StackException("The cache of " + program + " has only " + bytes + " bytes.");
        }
        cache.replace();
        Files.delete(cache.recording());
        if (!isUsed(program)) {
            throw new StackException("The JVM does not take the cache of " + program + " that was just made.");
        }
        console.say("  %-22s cache of %d MiB".formatted(program, bytes >> 20));
    }

    /// Whether a JVM with these flags takes it, in a container too: told to use it or fail, it starts.
    private boolean isUsed(String program) {
        var cache = jvm.cacheOf(program);
        var flags = List.of(
                "-XX:MaxRAM=" + ServiceJvm.MIN_MEMORY_MIB + "m", "-XX:AOTMode=on", "-XX:AOTCache=" + cache.file());
        return cache.isWhole() && new Java(jvm, program).succeeds(flags, List.of("-version"));
    }
}
