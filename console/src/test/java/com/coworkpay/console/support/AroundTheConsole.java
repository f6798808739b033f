package com.coworkpay.console.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The issuer and the four services, as the console finds them. Cookies are forced to be secure, as in production.
public final class AroundTheConsole implements QuarkusTestResourceLifecycleManager {

    private @Nullable Vertx vertx;
    private @Nullable StandInServices services;
    private @Nullable StandInIssuer issuer;

    @Override
    public Map<String, String> start() {
        Vertx started = Vertx.vertx();
        StandInServices standIn = new StandInServices(started);
        StandInIssuer issues = new StandInIssuer(started);
        vertx = started;
        services = standIn;
        issuer = issues;
        String address = "http://localhost:" + standIn.start();
        Map<String, String> config = new HashMap<>(Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.oidc.auth-server-url",
                issues.start(),
                "quarkus.oidc.credentials.secret",
                StandInIssuer.SECRET,
                "quarkus.oidc.token-state-manager.encryption-secret",
                "thirty-two-letters-of-this-test!",
                "test.services",
                address));
        for (String service : new String[] {"integration", "payment", "refund", "reporting"}) {
            config.put("coworkpay.console." + service + "-url", address + "/" + service + "-service");
        }
        return config;
    }

    @Override
    public void stop() {
        if (services != null) {
            services.stop();
        }
        if (issuer != null) {
            issuer.stop();
        }
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
