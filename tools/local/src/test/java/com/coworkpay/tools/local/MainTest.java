package com.coworkpay.tools.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands = Main.commands(Path.of("."), Console.standard())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    private Object option(String name, String... words) {
        return commands.parseArgs(words)
                .subcommand()
                .commandSpec()
                .findOption(name)
                .getValue();
    }

    @Test
    void oneProcessOfEachServiceUnlessMoreAreAskedFor() {
        assertThat(option("--replicas", "up")).isEqualTo(1);
        assertThat(option("--replicas", "up", "--replicas", "2", "--fresh", "--port", "9000"))
                .isEqualTo(2);
        assertThat(option("--port", "up", "--port", "9000")).isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "9", "2.5", "99999999999", ""})
    void anotherNumberOfProcessesIsRefusedInWords(String number) {
        for (String command : new String[] {"up", "chaos"}) {
            assertThat(commands.execute(command, "--replicas", number)).isEqualTo(Main.WRONG_USE);
            assertThat(err.toString())
                    .contains("--replicas", "1..4", "'" + number + "'", "Usage: ./coworkpay " + command);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --fast",
                "up now",
                "up --replicas",
                "up --replicas -1",
                "up --port 65536",
                "roll all-services",
                "roll payment-service refund-service",
                "bench",
                "bench life --lives 0",
                "bench footprint --lives 1",
                "bench refunds --refunds 0",
                "bench refunds --lives 1",
                "chaos --minutes 1441",
                "chaos --members 201",
                "images --tag --engine podman",
                "images --tag=",
                "demo --slow"
            })
    void whatIsNotKnownIsRefused(String words) {
        assertThat(commands.execute(words.isEmpty() ? new String[0] : words.split(" ")))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("Usage: ./coworkpay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "demo",
                "roll",
                "bench",
                "bench life",
                "bench refunds",
                "bench footprint",
                "images",
                "chaos"
            })
    void eachCommandSaysWhatItTakes(String command) {
        assertThat(commands.execute((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: ./coworkpay " + command, "--help");
    }
}
