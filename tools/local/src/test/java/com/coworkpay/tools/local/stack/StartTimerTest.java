package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTimerTest {
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<ProcessSupervisor> started = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private ProcessRegistry book;

    @BeforeEach
    void prepare() {
        book = new ProcessRegistry(folder.resolve("processes.tsv"), Launcher.markOf(folder));
    }

    @AfterEach
    void stop() {
        ProcessSupervisor.closeAll(started);
        clock.shutdownNow();
    }

    @Test
    void theLimitGrowsWithTheProcessesThatStartTogether() {
        int programs = Services.PROGRAMS.size();
        assertThat(StartTimer.limitOf(THREE_MINUTES, 1)).isEqualTo(THREE_MINUTES);
        assertThat(StartTimer.limitOf(THREE_MINUTES, programs)).isEqualTo(THREE_MINUTES);
        assertThat(StartTimer.limitOf(THREE_MINUTES, 2 * programs)).isEqualTo(Duration.ofMinutes(6));
        assertThat(StartTimer.limitOf(THREE_MINUTES, 4 * programs)).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void whatIsNotReadyInTimeIsNamedWithItsLogAndItsLastLines() {
        var parts =
                List.of(part("payment-service", "stays"), part("console", "dawdles"), part("refund-service", "fails"));
        var timer = new StartTimer(Duration.ofSeconds(10), clock, said::add);
        assertThatThrownBy(() -> timer.startTogether(parts))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("2 of 3 processes did not start")
                .hasMessageContaining("console was not ready after 10 seconds")
                .hasMessageContaining(folder.resolve("console.log").toString())
                .hasMessageContaining("waits for something")
                .hasMessageContaining("refund-service ended while it started (exit code 3)")
                .hasMessageContaining("something is wrong")
                .hasMessageNotContaining("payment-service")
                .hasMessageNotContaining("--replicas");
    }

    @Test
    void whereManyStartTogetherFewerAreProposed() {
        var parts = java.util.stream.IntStream.rangeClosed(1, Services.PROGRAMS.size() + 1)
                .mapToObj(number -> part("part-" + number, "fails"))
                .toList();
        assertThatThrownBy(() -> new StartTimer(Duration.ofSeconds(30), clock, said::add).startTogether(parts))
                .hasMessageContaining("./coworkpay up --replicas 1");
    }

    private ProcessSupervisor part(String name, String behaviour) {
        Path log = folder.resolve(name + ".log");
        var part = new ProcessSpec(
                name,
                List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path"), Child.class.getName(), behaviour),
                Map.of(),
                log,
                Readiness.printed(log, "ready"));
        var supervisor = new ProcessSupervisor(part, new Launcher(folder, book), clock, said::add);
        started.add(supervisor);
        return supervisor;
    }
}
