package com.coworkpay.console.session;

import com.coworkpay.console.ConsoleConfig;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/// What browsers may do with our pages: load from here alone, never in a frame, never kept. The address of a checkout
/// is
/// its key, so no page says where its visitor comes from.
@ApplicationScoped
class SecurityHeaders {

    /// Before the refusal of foreign forms: that answer has them as well.
    private static final int FIRST = -10_001;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// Some browsers hold `form-action` against redirects too: paying ends at KakaoPay, signing out at the issuer.
    private final String policy;

    SecurityHeaders(ConsoleConfig config) {
        this.policy = POLICY
                + config.formTargets().orElse(List.of()).stream()
                        .map(origin -> " " + origin)
                        .collect(Collectors.joining());
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            HttpServerResponse response = context.response();
            response.putHeader("Content-Security-Policy", policy);
            response.putHeader("Referrer-Policy", "no-referrer");
            response.putHeader("X-Content-Type-Options", "nosniff");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            // The assets say for themselves how long they are kept.
            if (!context.normalizedPath().matches("/(console|checkout)/assets/.+")) {
                response.putHeader("Cache-Control", "no-store");
            }
            context.next();
        });
    }
}
