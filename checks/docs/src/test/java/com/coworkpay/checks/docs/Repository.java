package com.coworkpay.checks.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout that these tests are part of.
public final class Repository {
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /// The services, in the order in which pages speak of them.
    public static final List<String> SERVICES =
            List.of("integration-service", "payment-service", "refund-service", "reporting-service");

    /// The services, and the console, which has no data of its own.
    public static final List<String> PROGRAMS =
            Stream.concat(SERVICES.stream(), Stream.of("console")).toList();

    private Repository() {}

    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Files below a folder with this ending, sorted; what a build made is not among them.
    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !isBuilt(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Java sources that go into the programs.
    public static List<Path> mainSources() {
        return files(ROOT, ".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    /// The module a file belongs to, as in the root pom: `platform/outbox`.
    public static String moduleOf(Path file) {
        String relative = ROOT.relativize(file).toString();
        return relative.substring(0, relative.indexOf("/src/"));
    }

    private static boolean isBuilt(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.equals("target") || name.startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
