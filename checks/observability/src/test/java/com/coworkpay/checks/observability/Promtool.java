package com.coworkpay.checks.observability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Prometheus' own checker: the one on the PATH, or Debian's, unpacked into this module's target folder without root.
final class Promtool {
    private static final long LIMIT_S = 120;

    /// @param status of the process
    record Answer(int status, String text) {}

    private final Path program;

    private Promtool(Path program) {
        this.program = program;
    }

    /// Skips the test, saying why, where it cannot be had.
    static Promtool found() throws IOException, InterruptedException {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path program = Path.of(folder, "promtool");
            if (Files.isExecutable(program)) {
                return new Promtool(program);
            }
        }
        Path unpacked = Path.of("target/prometheus").toAbsolutePath();
        Path program = unpacked.resolve("usr/bin/promtool");
        if (!Files.isExecutable(program)) {
            fetch(unpacked);
        }
        return new Promtool(program);
    }

    private static void fetch(Path unpacked) throws IOException, InterruptedException {
        Files.createDirectories(unpacked.getParent());
        Path work = Files.createTempDirectory(unpacked.getParent(), "prometheus-");
        must(work, List.of("apt-get", "download", "-q", "prometheus"));
        List<Path> packages = Repository.files(work, ".deb");
        Assumptions.assumeTrue(packages.size() == 1, "NOT TESTED: apt-get brought no package prometheus");
        must(work, List.of("dpkg", "-x", packages.getFirst().toString(), "."));
        Files.delete(packages.getFirst());
        Files.move(work, unpacked);
    }

    private static void must(Path folder, List<String> command) throws InterruptedException {
        Answer answer;
        try {
            answer = run(folder, command);
        } catch (IOException missing) {
            answer = new Answer(127, String.valueOf(missing.getMessage()));
        }
        Assumptions.assumeTrue(
                answer.status() == 0,
                "NOT TESTED: promtool is not on the PATH, and Debian's package prometheus cannot be had ("
                        + String.join(" ", command) + ": " + answer.text().strip() + ")");
    }

    Answer run(List<String> arguments, List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        files.forEach(file -> command.add(file.toString()));
        return run(Repository.observability(), command);
    }

    private static Answer run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("promtool", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(-1, "no end after " + LIMIT_S + " s: " + Arrays.toString(command.toArray()));
            }
            return new Answer(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
