package com.coworkpay.payment.support;

import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.Signer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The environment of payment-service in its tests: KakaoPay's simulator, a stub of integration-service's credential
/// hand-over (services never depend on each other), and the key files of an installation. One per JVM.
public final class TestEnvironment implements QuarkusTestResourceLifecycleManager {

    public static final String PUBLIC_BASE = "http://pay.coworkpay.test";
    public static final String PORTAL = "http://portal.coworkpay.test:3000";
    public static final String CID = "CWPAYSHOP1";
    public static final String KEY = "SECRETKEYOFTHETESTMERCHANT0000000000001";

    /// Properties of the JVM: Quarkus loads this class by more than one class loader.
    private static final String SIMULATOR = "coworkpay.test.simulator";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(SIMULATOR) == null) {
            System.setProperty(SIMULATOR, Simulator.start(settings()).baseUrl().toString());
        }
        String simulator = System.getProperty(SIMULATOR);
        String integration = IntegrationStub.start();
        Map<String, String> config = new HashMap<>();
        config.put("coworkpay.public-base-url", PUBLIC_BASE);
        config.put("coworkpay.portal-origins", PORTAL);
        config.put("coworkpay.return-keyset-file", returnKeysetFile().toString());
        config.put("coworkpay.keyset-file", keysetFile().toString());
        config.put("coworkpay.kakaopay.current-url", simulator);
        config.put("coworkpay.kakaopay.legacy-url", simulator);
        config.put("coworkpay.kakaopay.connect-timeout", "2s");
        config.put("coworkpay.kakaopay.read-timeout", "2s");
        config.put("coworkpay.payment.approval.record-attempts", "6");
        config.put("coworkpay.payment.streams.max-open", "12");
        config.put("coworkpay.payment.streams.heartbeat", "1s");
        config.put("coworkpay.integration-url", integration);
        config.put("quarkus.oidc-client.auth-server-url", integration);
        config.put("quarkus.oidc-client.discovery-enabled", "false");
        config.put("quarkus.oidc-client.token-path", "/token");
        config.put("quarkus.oidc-client.client-id", "payment-service");
        config.put("quarkus.oidc-client.credentials.secret", "test");
        config.put("coworkpay.outbox.poll-interval", "200ms");
        config.put("coworkpay.outbox.lease", "2s");
        return config;
    }

    private static SimulatorSettings settings() {
        return SimulatorSettings.inMemory().merchants(List.of(merchant()));
    }

    public static Merchant merchant() {
        return Merchant.of(CID).secretKey(KEY).domain(PUBLIC_BASE);
    }

    public static String simulatorUrl() {
        return System.getProperty(SIMULATOR);
    }

    public static SimulatorControl simulator() {
        return new SimulatorControl(URI.create(simulatorUrl()));
    }

    private static Path keysetFile() {
        Path file = folder().resolve("keyset.json");
        Sealer.newKeysetFile(file);
        return file;
    }

    private static Path returnKeysetFile() {
        Path file = folder().resolve("return-keyset.json");
        Signer.newKeysetFile(file);
        return file;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("payment-service");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of it ends with the JVM.
    @Override
    public void stop() {}
}
