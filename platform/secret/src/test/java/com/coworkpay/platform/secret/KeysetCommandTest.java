package com.coworkpay.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return KeysetCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void rotatesStepByStep() {
        String file = folder.resolve("keyset.json").toString();
        assertThat(run("new", file)).isZero();
        assertThat(printed()).matches("\\d+ seals and opens");
        String first = printed().split(" ")[0];

        assertThat(run("add", file)).isZero();
        String second = printed().replaceAll("added key (\\d+);.*", "$1");

        assertThat(run("promote", file, second)).isZero();
        assertThat(printed()).isEqualTo(first + " opens\n" + second + " seals and opens");

        assertThat(run("remove", file, second)).isEqualTo(1);
        assertThat(run("remove", file, first)).isZero();
        assertThat(run("list", file)).isZero();
        assertThat(printed()).isEqualTo(second + " seals and opens");
    }

    @Test
    void refusesInWords() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("forget", "x")).isEqualTo(2);
        assertThat(run("promote", "x", "one")).isEqualTo(2);
        assertThat(run("list", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere");
    }
}
