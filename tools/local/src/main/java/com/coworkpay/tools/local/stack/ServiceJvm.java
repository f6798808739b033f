package com.coworkpay.tools.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the processes of the services run: by which JDK, from which jars, and with what of an ahead-of-time cache.
///
/// @param jdk its home
/// @param flags the one file of their flags
/// @param jars the jar that starts each program, by its name
/// @param cache what becomes of the ahead-of-time cache
/// @param caches the folder of the caches
public record ServiceJvm(Path jdk, Path flags, Map<String, Path> jars, CacheUse cache, Path caches) {
    /// The name under which the simulator has a jar of its own here, if it has one.
    public static final String SIMULATOR = "kakaopay-simulator";

    public static final String FLAGS = "deploy/images/service.jvm";
    /// The least memory that a deployment gives a service. A JVM sets itself up by what there is: whether it takes its
    /// cache is tried in so much, and not in the whole of the machine that builds.
    public static final int MIN_MEMORY_MIB = 512;

    /// A process writes its record down as it ends, which takes a while on a busy machine.
    public static final Duration RECORD_LIMIT = Duration.ofMinutes(5);

    private static final String CACHES = "target/start-cache";

    /// What becomes of the ahead-of-time cache.
    public enum CacheUse {
        /// Started as if there were none.
        NONE,
        /// Used where there is a whole one; the JVM drops one that does not fit, with a line in the log.
        IF_THERE,
        /// A training run: what was loaded is written down at the end, and a cache can be made of it.
        RECORD
    }

    public ServiceJvm {
        jars = Map.copyOf(jars);
    }

    /// The packages of the checkout, by the JDK that runs the supervisor.
    public static ServiceJvm ofCheckout(Path root) {
        var jars = new LinkedHashMap<String, Path>();
        Services.PROGRAMS.forEach(
                service -> jars.put(service, root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar")));
        return new ServiceJvm(Program.ownJdk(), root.resolve(FLAGS), jars, CacheUse.IF_THERE, root.resolve(CACHES));
    }

    public ServiceJvm with(CacheUse other) {
        return new ServiceJvm(jdk, flags, jars, other, caches);
    }

    public StartCache cacheOf(String program) {
        return new StartCache(caches, program);
    }

    /// Whether the program runs from a jar of its own.
    boolean has(String program) {
        return jars.containsKey(program);
    }

    Program program(String program) {
        Path jar = jarOf(program);
        var arguments = new ArrayList<>(List.of("@" + flags));
        arguments.addAll(cacheFlags(program));
        arguments.addAll(List.of("-jar", jar.toString()));
        return new Program(
                Program.javaOf(jdk), arguments, cache == CacheUse.RECORD ? RECORD_LIMIT : Program.USUAL_END_LIMIT);
    }

    public Path jarOf(String program) {
        Path jar = jars.get(program);
        if (jar == null || !Files.exists(jar)) {
            throw new StackException(program + " is not built: " + jar + " is missing. Run ./coworkpay up again.");
        }
        return jar;
    }

    private List<String> cacheFlags(String program) {
        var mine = cacheOf(program);
        return switch (cache) {
            case NONE -> List.of();
            case IF_THERE -> mine.isWhole() ? List.of("-XX:AOTCache=" + mine.file()) : List.of();
            case RECORD -> List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + mine.recording());
        };
    }
}
