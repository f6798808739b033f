package com.coworkpay.refund.support;

import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands around refund-service in its tests: KakaoPay's simulator and a stub of integration-service's credential
/// hand-over (services never depend on each other). One per JVM.
public final class TestEnvironment implements QuarkusTestResourceLifecycleManager {

    public static final String DOMAIN = "http://pay.coworkpay.test";
    public static final String CID = "CWPAYSHOP1";
    public static final String KEY = "SECRETKEYOFTHETESTMERCHANT0000000000001";

    /// Properties of the JVM: Quarkus loads this class by more than one class loader.
    private static final String SIMULATOR = "coworkpay.test.simulator";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(SIMULATOR) == null) {
            System.setProperty(
                    SIMULATOR,
                    Simulator.start(SimulatorSettings.inMemory().merchants(List.of(merchant())))
                            .baseUrl()
                            .toString());
        }
        String simulator = System.getProperty(SIMULATOR);
        String integration = IntegrationStub.start();
        Map<String, String> config = new HashMap<>();
        config.put("coworkpay.kakaopay.current-url", simulator);
        config.put("coworkpay.kakaopay.legacy-url", simulator);
        config.put("coworkpay.kakaopay.connect-timeout", "2s");
        config.put("coworkpay.kakaopay.read-timeout", "2s");
        // Settlement, comparisons and batches are driven by the tests, which move rows instead of clocks.
        config.put("coworkpay.refund.settlement.enabled", "false");
        config.put("coworkpay.refund.comparison.enabled", "false");
        config.put("coworkpay.refund.batch.enabled", "false");
        config.put("coworkpay.refund.batch.chunk", "4");
        config.put("coworkpay.refund.batch.window", "8");
        config.put("coworkpay.refund.batch.pause", "100ms");
        config.put("coworkpay.integration-url", integration);
        config.put("quarkus.oidc-client.auth-server-url", integration);
        config.put("quarkus.oidc-client.discovery-enabled", "false");
        config.put("quarkus.oidc-client.token-path", "/token");
        config.put("quarkus.oidc-client.client-id", "refund-service");
        config.put("quarkus.oidc-client.credentials.secret", "test");
        config.put("coworkpay.outbox.poll-interval", "200ms");
        config.put("coworkpay.outbox.lease", "2s");
        return config;
    }

    public static Merchant merchant() {
        return Merchant.of(CID).secretKey(KEY).domain(DOMAIN);
    }

    public static String simulatorUrl() {
        return System.getProperty(SIMULATOR);
    }

    public static SimulatorControl simulator() {
        return new SimulatorControl(URI.create(simulatorUrl()));
    }

    /// All of it ends with the JVM.
    @Override
    public void stop() {}
}
