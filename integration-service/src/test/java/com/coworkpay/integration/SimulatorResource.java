package com.coworkpay.integration;

import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.platform.secret.Sealer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// KakaoPay in this JVM, and a keyset file of its own. One for all test classes.
public final class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    private static final String BASE = "coworkpay.test.simulator";
    private static final String KEYSET = "coworkpay.test.keyset";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(BASE) == null) {
            Simulator simulator = Simulator.start(SimulatorSettings.inMemory());
            System.setProperty(BASE, simulator.baseUrl().toString());
            System.setProperty(KEYSET, newKeyset().toString());
        }
        return Map.of(
                "coworkpay.kakaopay.current-url",
                System.getProperty(BASE, ""),
                "coworkpay.kakaopay.legacy-url",
                System.getProperty(BASE, ""),
                "coworkpay.kakaopay.read-timeout",
                "PT3S",
                "coworkpay.keyset-file",
                System.getProperty(KEYSET, ""),
                "coworkpay.public-base-url",
                KakaoPaySimulator.PUBLIC_BASE_URL,
                "coworkpay.portal-origins",
                "https://portal.coworkpay.test",
                "coworkpay.outbox.poll-interval",
                "PT0.2S");
    }

    /// The simulator ends with the JVM.
    @Override
    public void stop() {}

    private static Path newKeyset() {
        try {
            Path folder = Files.createTempDirectory("keyset");
            Path file = folder.resolve("keyset.json");
            Sealer.newKeysetFile(file);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
