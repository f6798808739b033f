package com.coworkpay.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "coworkpay.console")
public interface ConsoleConfig {

    /// Where integration-service is reached from here.
    URI integrationUrl();

    /// Where payment-service is reached from here.
    URI paymentUrl();

    /// Where refund-service is reached from here.
    URI refundUrl();

    /// Where reporting-service is reached from here.
    URI reportingUrl();

    /// Cookies only over TLS. Off on one machine without TLS alone.
    @WithDefault("true")
    boolean secureCookies();

    /// Origins to which a form may lead: KakaoPay's payment pages and the issuer.
    Optional<List<String>> formTargets();

    /// The simulator's key, which the connect page then offers to fill in; never in production.
    Optional<String> simulatorKey();

    /// The CID that goes with that key.
    Optional<String> simulatorCid();
}
