package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

class ProcessSupervisorTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private ProcessRegistry book;
    private ProcessSupervisor supervisor;

    @BeforeEach
    void prepare() {
        book = book();
        supervisor = supervisor("stays");
    }

    @AfterEach
    void stop() {
        supervisor.close();
        clock.shutdownNow();
    }

    @Test
    void aPartThatDiesIsStartedAgainAndThatIsSaid() {
        supervisor.start(LIMIT);
        long first = supervisor.pid();
        supervisor.kill();
        await().atMost(LIMIT).until(() -> supervisor.pid() != first && supervisor.isReady());
        await().atMost(LIMIT).until(() -> said.stream().anyMatch(line -> line.contains("is back")));
        assertThat(said.getFirst()).contains("child died (process " + first, "Restart 1 of 5");
    }

    @Test
    void aPartThatDiesTooOftenIsLeftAloneAndThatIsSaid() {
        supervisor.start(LIMIT);
        for (int death = 1; death <= 6; death++) {
            long before = supervisor.pid();
            supervisor.kill();
            if (death <= 5) {
                await().atMost(LIMIT).until(() -> supervisor.pid() != before && supervisor.isAlive());
            }
        }
        await().atMost(LIMIT).until(() -> said.stream().anyMatch(line -> line.contains("not started any more")));
        assertThat(supervisor.isAlive()).isFalse();
    }

    @Test
    void aPartThatFailsToStartShowsTheEndOfItsLog() {
        supervisor = supervisor("fails");
        assertThatThrownBy(() -> supervisor.start(LIMIT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("something is wrong");
    }

    @Test
    void closingEndsAPartThatIsDeafToCtrlCAndDoesNotStartItAgain() {
        supervisor.start(LIMIT);
        var process = ProcessHandle.of(supervisor.pid()).orElseThrow();
        supervisor.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(said).isEmpty();
    }

    @Test
    void leftoversOfAKilledSupervisorAreFoundAndStopped() {
        supervisor.start(LIMIT);
        var leftover = ProcessHandle.of(supervisor.pid()).orElseThrow();
        assertThat(book().stopLeftovers()).singleElement().asString().contains("child", "process " + leftover.pid());
        assertThat(leftover.isAlive()).isFalse();
        assertThat(book().stopLeftovers()).isEmpty();
    }

    @Test
    void aStrangerWithTheSameProcessIdIsLeftAlone() {
        supervisor.start(LIMIT);
        var child = ProcessHandle.of(supervisor.pid()).orElseThrow();
        var ours = ProcessRecord.of("child", child);
        var mark = Launcher.markOf(folder);
        assertThat(ours.alive(mark)).isPresent();
        assertThat(ours.alive(Launcher.markOf(folder.resolve("other"))))
                .as("another stack's mark")
                .isEmpty();
        var older = new ProcessRecord("child", child.pid(), ours.startedAt().minusSeconds(60));
        assertThat(older.alive(mark)).as("another start time").isEmpty();
    }

    private ProcessRegistry book() {
        return new ProcessRegistry(folder.resolve("processes.tsv"), Launcher.markOf(folder));
    }

    private ProcessSupervisor supervisor(String behaviour) {
        Path log = folder.resolve("child.log");
        var part = new ProcessSpec(
                "child",
                List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path"), Child.class.getName(), behaviour),
                Map.of(),
                log,
                Readiness.printed(log, "ready"));
        var quick = new RestartPolicy(Duration.ofMillis(20), Duration.ofMinutes(1));
        return new ProcessSupervisor(part, new Launcher(folder, book), clock, said::add, quick);
    }
}
