package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator as a process of its own: how it starts and how it ends.
class SimulatorMainTest {
    private static final String READY = "KakaoPay simulator ready at ";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    private record Running(Process process, URI base) {}

    private Running start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SIMULATOR_PORT", "0");
        builder.environment().put("SIMULATOR_FOLDER", folder.toString());
        builder.environment().put("SIMULATOR_DOMAINS", "http://localhost:8080, https://*.example.com");
        Process process = builder.start();
        started.add(process);
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return new Running(process, URI.create(line.substring(READY.length())));
            }
        }
        throw new AssertionError("ended with " + process.exitValue());
    }

    private static KakaoCaller.Reply ready(Running on, String orderId) {
        Map<String, Object> fields = SimulatorTestBase.with(
                SimulatorTestBase.readyFields(orderId, 1000), "cid", SampleMerchants.GANGNAM_CID);
        return KakaoCaller.current(on.base(), SampleMerchants.GANGNAM_SECRET_KEY)
                .call("ready", fields);
    }

    @Test
    @DisplayName("guard: kill -9 loses nothing that was answered, and the next start goes on")
    void killed() throws Exception {
        Running first = start();
        assertThat(ready(first, "o1").status()).isEqualTo(200);
        List<Effect> before = new SimulatorControl(first.base()).ledger();
        first.process().destroyForcibly().waitFor();
        Running second = start();
        assertThat(new SimulatorControl(second.base()).ledger()).isEqualTo(before);
        assertThat(ready(second, "o2").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("SIGTERM ends it cleanly within seconds; it listens on loopback and knows its ready-made merchants")
    void terminated() throws Exception {
        Running running = start();
        assertThat(running.base().getHost()).isEqualTo("127.0.0.1");
        assertThat(new SimulatorControl(running.base()).merchants())
                .extracting(Merchant::cid)
                .containsExactly(SampleMerchants.GANGNAM_CID, SampleMerchants.HONGDAE_CID, SampleMerchants.TEST_CID);
        running.process().destroy();
        assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(running.process().exitValue()).isEqualTo(143);
    }

    @Test
    @DisplayName("settings come from the environment, with defaults")
    void settings() {
        SimulatorSettings none = SimulatorMain.settings(Map.of());
        assertThat(none.port()).isEqualTo(9900);
        assertThat(none.folder()).isNull();
        SimulatorSettings some = SimulatorMain.settings(Map.of(
                "SIMULATOR_PORT",
                "1234",
                "SIMULATOR_FOLDER",
                "/tmp/x",
                "SIMULATOR_PUBLIC_URL",
                "https://p.test/",
                "SIMULATOR_SAMPLE_MERCHANTS",
                "false",
                "SIMULATOR_ANSWERS",
                "RECORDED"));
        assertThat(some.port()).isEqualTo(1234);
        assertThat(some.publicUrl()).hasToString("https://p.test");
        assertThat(some.merchants()).isEmpty();
        assertThat(some.answers()).isEqualTo(AnswerShape.RECORDED);
    }
}
