package com.coworkpay.kakaopay.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The simulator as a program of its own. Settings come from the environment:
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `SIMULATOR_HOST` | address to listen on | `127.0.0.1` |
/// | `SIMULATOR_PORT` | port, 0 for any | `9900` |
/// | `SIMULATOR_FOLDER` | folder of the ledger | none: kept in memory |
/// | `SIMULATOR_PUBLIC_URL` | base of the redirect URLs | `http://localhost:{port}` |
/// | `SIMULATOR_DOMAINS` | site domains of the ready-made merchants, by comma | `http://localhost:8080` |
/// | `SIMULATOR_SAMPLE_MERCHANTS` | `false`: start without ready-made merchants | `true` |
/// | `SIMULATOR_RECORDING` | file of a recording of `kakaopay-check` to answer by | none |
/// | `SIMULATOR_ANSWERS` | how answers are written, see [AnswerShape] | `DOCUMENTED` |
///
/// Prints `KakaoPay simulator ready at …` when calls can come, and ends cleanly on SIGTERM.
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        Simulator simulator = Simulator.start(settings(System.getenv()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            simulator.close();
            ended.countDown();
        }));
        String recording = given(System.getenv(), "SIMULATOR_RECORDING");
        if (recording != null) {
            new SimulatorControl(simulator.baseUrl()).recording(Files.readString(Path.of(recording)));
        }
        System.out.println("KakaoPay simulator ready at " + simulator.baseUrl());
        ended.await();
    }

    static SimulatorSettings settings(Map<String, String> env) {
        @Nullable String folder = given(env, "SIMULATOR_FOLDER");
        @Nullable String publicUrl = given(env, "SIMULATOR_PUBLIC_URL");
        List<String> domains = Arrays.stream(env.getOrDefault("SIMULATOR_DOMAINS", "http://localhost:8080")
                        .split(","))
                .map(String::strip)
                .filter(d -> !d.isEmpty())
                .toList();
        boolean samples = Boolean.parseBoolean(env.getOrDefault("SIMULATOR_SAMPLE_MERCHANTS", "true"));
        return new SimulatorSettings(
                env.getOrDefault("SIMULATOR_HOST", "127.0.0.1"),
                Integer.parseInt(env.getOrDefault("SIMULATOR_PORT", "9900")),
                folder == null ? null : Path.of(folder),
                publicUrl == null ? null : URI.create(publicUrl.replaceAll("/+$", "")),
                samples ? SampleMerchants.on(domains) : List.of(),
                AnswerShape.valueOf(env.getOrDefault("SIMULATOR_ANSWERS", "DOCUMENTED")),
                Clock.systemUTC());
    }

    private static @Nullable String given(Map<String, String> env, String name) {
        String value = env.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
