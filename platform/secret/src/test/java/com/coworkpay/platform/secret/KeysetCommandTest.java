package com.coworkpay.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"new, seals, opens, seal", "new-signing, signs, verifies, sign"})
    void rotatesStepByStep(String made, String seals, String opens, String seal) {
        String file = folder.resolve("keyset.json").toString();
        assertThat(run(made, file)).isZero();
        assertThat(printed()).matches("\\d+ " + seals + " and " + opens);
        String first = printed().split(" ")[0];

        assertThat(run("add", file)).isZero();
        assertThat(printed()).endsWith("it " + opens + " and does not " + seal + " yet");
        String second = printed().replaceAll("added key (\\d+);.*", "$1");

        assertThat(run("promote", file, second)).isZero();
        assertThat(printed()).isEqualTo(first + " " + opens + "\n" + second + " " + seals + " and " + opens);

        assertThat(run("remove", file, second)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(seals + " at present");
        assertThat(run("remove", file, first)).isZero();
        assertThat(run("list", file)).isZero();
        assertThat(printed()).isEqualTo(second + " " + seals + " and " + opens);
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
