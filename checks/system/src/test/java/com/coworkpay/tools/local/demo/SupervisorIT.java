package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program behind `./coworkpay up`, started and ended the ways people and machines do it.
class SupervisorIT {
    private static final Duration START_LIMIT = Duration.ofMinutes(8);
    private static final Duration END_LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroy);
        await().atMost(END_LIMIT)
                .until(() -> started.stream().noneMatch(Process::isAlive)
                        && children().isEmpty());
    }

    @Test
    void leavesNothingBehindHoweverItEndsAndGoesOnWithItsState() throws Exception {
        var first = up("first");
        assertThat(children())
                .as("PostgreSQL, Kafka, four services and the console")
                .hasSize(7);
        assertThat(output("first")).containsPattern("Open http://localhost:[0-9]+/\\s");
        var postgres = postgresProcesses();
        assertThat(postgres).isNotEmpty();
        var place = Stack.placeOn(Addresses.of(state()), Secrets.of(state()));
        var payment = place.paid();

        var second = start("second", "up");
        assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output("second")).contains("already running");

        first.destroyForcibly();
        await().atMost(END_LIMIT).until(() -> children().isEmpty() && noneAlive(postgres));

        var third = up("third");
        var again = new ApiClient(Addresses.of(state()), Secrets.of(state()), place.location());
        assertThat(again.payment(payment).getString("status")).isEqualTo("SUCCEEDED");

        var postgresNow = postgresProcesses();
        third.destroy();
        assertThat(third.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output("third")).contains("Stopped. The state is kept");
        assertThat(children()).isEmpty();
        // PostgreSQL has reported that it is down; the operating system takes its processes off the list a moment
        // later.
        await().atMost(END_LIMIT).until(() -> noneAlive(postgresNow));
    }

    private Process up(String name) throws IOException {
        var process = start(name, "up");
        await().atMost(START_LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended:\n" + output(name));
            }
            return output(name).contains("Ctrl-C ends all of it");
        });
        return process;
    }

    private Process start(String name, String command) throws IOException {
        var process = Stack.program(state(), command, folder.resolve(name + ".out"));
        started.add(process);
        return process;
    }

    private Path state() {
        return folder.resolve("state");
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".out"));
    }

    /// Whatever carries this stack's mark; the machine may run other stacks.
    private List<ProcessHandle> children() {
        String mark = "-Dcoworkpay.stack=" + state().toAbsolutePath();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .toList();
    }

    private List<ProcessHandle> postgresProcesses() {
        String data = folder.resolve("state/postgres").toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .toList();
    }

    private static boolean noneAlive(List<ProcessHandle> processes) {
        return processes.stream().noneMatch(ProcessHandle::isAlive);
    }
}
