package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The migrations that the databases of a state folder were made with, as digests in that folder, in the form of
/// `sha256sum`.
///
/// They are written when the folder has no databases yet, and never again: what is added later, Flyway migrates. A
/// changed one it refuses with an error about checksums, when half of the stack has started.
final class Baselines {
    private static final String MIGRATIONS = "src/main/resources/db/";

    private Baselines() {}

    /// @throws StackException if databases are there that were made with other migrations; nothing was changed then
    static void check(StateFolder state, Path root) {
        Map<String, String> present = of(root);
        if (!Files.exists(state.postgres())) {
            write(state.baselinesFile(), present);
        } else if (!present.entrySet().containsAll(read(state.baselinesFile()).entrySet())) {
            throw new StackException("The databases in " + state.path()
                    + " were migrated by other baselines than this checkout has; nothing was changed, and"
                    + " ./coworkpay up --fresh forgets them, with all payments and keys, and makes new ones.");
        }
    }

    private static Map<String, String> of(Path root) {
        Map<String, String> digests = new TreeMap<>();
        Stream.concat(Services.NAMES.stream(), Stream.of("platform/outbox")).forEach(module -> {
            try (var files = Files.walk(root.resolve(module).resolve(MIGRATIONS))) {
                files.filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                        .forEach(file -> digests.put(root.relativize(file).toString(), digest(file)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return digests;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static void write(Path file, Map<String, String> digests) {
        String lines = digests.entrySet().stream()
                .map(migration -> migration.getValue() + "  " + migration.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A folder with databases and without this file is older than the file: nothing of today fits it.
    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of("", "");
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" {2}", 2))
                    .collect(Collectors.toMap(parts -> parts[parts.length - 1], parts -> parts[0]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
