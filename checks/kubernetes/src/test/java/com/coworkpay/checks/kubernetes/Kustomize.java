package com.coworkpay.checks.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `kubectl kustomize`, or kustomize itself. Where neither is on the PATH the test is skipped, and says what is
/// missing.
final class Kustomize {
    private static final int LIMIT_S = 60;

    private Kustomize() {}

    static String rendered(Path folder) {
        var command = command();
        assumeTrue(
                command.isPresent(),
                "The manifests are not checked: neither kubectl (1.27 or newer) nor kustomize (5 or newer) is on the PATH.");
        return run(Stream.concat(command.orElseThrow().stream(), Stream.of(folder.toString()))
                .toList());
    }

    private static Optional<List<String>> command() {
        if (isOnThePath("kubectl")) {
            return Optional.of(List.of("kubectl", "kustomize"));
        }
        return isOnThePath("kustomize") ? Optional.of(List.of("kustomize", "build")) : Optional.empty();
    }

    private static boolean isOnThePath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
