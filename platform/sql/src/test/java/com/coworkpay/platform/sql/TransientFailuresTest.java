package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.launcher.commands.VersionCommand;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailuresTest {
    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("coworkpay")))
            .findFirst()
            .orElseThrow();

    /// A class of SQLSTATE, or how Vert.x begins to say that a connection is gone.
    private static final Pattern OF_THE_LIST =
            Pattern.compile("\"(?:08|40|53|57|58)\"|\"(?:Connection (?:was closed|is not active)|Pool closed)");

    @Test
    void theListStandsOnceInAllModules() {
        assertThat(sources().filter(file -> OF_THE_LIST.matcher(text(file)).find()))
                .map(file -> file.getFileName().toString())
                .containsExactly("TransientFailures.java");
    }

    @Test
    void messagesAreThoseOfThisVertx() {
        assertThat(sources().filter(file -> file.endsWith("TransientFailures.java")))
                .map(TransientFailuresTest::text)
                .singleElement()
                .asString()
                .as("read the messages of this version again, then name it")
                .contains("Vert.x " + VersionCommand.getVersion() + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08P01", "40001", "40P01", "53300", "55P03", "55006", "57P01", "57014", "58030"})
    void itMaySucceedInAMoment(String state) {
        assertThat(failures(state)).allMatch(TransientFailures::isOne);
    }

    /// Money may have been moved.
    @ParameterizedTest
    @ValueSource(strings = {"08007", "40003"})
    void anUnknownOutcomeIsNoOutage(String state) {
        assertThat(failures(state)).noneMatch(TransientFailures::isOne);
    }

    private static List<Exception> failures(String state) {
        return List.of(new PgException("m", "ERROR", state, "d"), new SQLException("m", state));
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
