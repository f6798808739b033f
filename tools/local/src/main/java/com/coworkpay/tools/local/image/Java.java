package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The JVM of a program, run for something else than the program.
record Java(ServiceJvm jvm, String program) {
    private static final Duration SHORT = Duration.ofMinutes(1);

    /// @param flags before the class path
    /// @param rest what follows it
    void run(Duration limit, List<String> flags, List<String> rest) throws IOException {
        var ended = ended(limit, flags, rest);
        if (ended.exitCode() != 0) {
            throw new StackException(
                    "java ended with %d for %s:%n%s".formatted(ended.exitCode(), program, ended.said()));
        }
    }

    boolean succeeds(List<String> flags, List<String> rest) {
        try {
            return ended(SHORT, flags, rest).exitCode() == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Ended(int exitCode, String said) {}

    private Ended ended(Duration limit, List<String> flags, List<String> rest) throws IOException {
        var command = new ArrayList<String>();
        command.add(jvm.jdk().resolve("bin/java").toString());
        command.add("@" + jvm.flags());
        command.addAll(flags);
        command.addAll(List.of("-cp", jvm.jarOf(program).toString()));
        command.addAll(rest);
        Path log = jvm.caches().resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackException("java for " + program + " did not end within " + limit.toSeconds() + " s.");
            }
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
