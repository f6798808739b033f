package com.coworkpay.integration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings of the installation that this service reads.
@ConfigMapping(prefix = "coworkpay")
public interface IntegrationConfig {

    /// Public address of the front door or Ingress, without a path: return URLs begin with it.
    URI publicBaseUrl();

    /// The portals' origins (scheme, host, port).
    Optional<List<URI>> portalOrigins();

    /// Site domains that merchants register in KakaoPay's console. Default: the origins of base URL and portals.
    Optional<List<String>> siteDomains();

    default List<String> registeredDomains() {
        return siteDomains()
                .orElseGet(() -> Stream.concat(Stream.of(publicBaseUrl()), portalOrigins().orElse(List.of()).stream())
                        .map(url -> url.getScheme() + "://" + url.getAuthority())
                        .distinct()
                        .toList());
    }

    /// Allow KakaoPay's test CIDs; off where members pay.
    @WithDefault("false")
    boolean testAccountsAllowed();

    /// "About" on the connect page.
    @WithDefault("https://www.kakaopay.com/")
    URI aboutUrl();

    /// "Docs" on the connect page: how to get a key and a CID.
    @WithDefault("https://developers.kakaopay.com/docs/payment/online/common")
    URI docsUrl();

    /// Tink keyset (JSON) that seals stored secrets; a mounted Secret, read again when it changes.
    Path keysetFile();

    Credentials credentials();

    interface Credentials {

        /// How long the former key is handed out after a rotation.
        @WithDefault("PT10M")
        Duration retiredUsableFor();

        /// Credentials erased or sealed again per statement.
        @WithDefault("100")
        int cleanupBatch();

        /// How often expired former keys are erased; `off`: never.
        @WithDefault("PT1M")
        String eraseEvery();

        /// How often credentials under a retired key of the keyset are sealed again; `off`: never.
        @WithDefault("PT1H")
        String rewrapEvery();

        /// How often refused credentials due for a check are searched; `off`: never.
        @WithDefault("PT1M")
        String recheckPoll();

        /// Pause between two checks of a refused credential.
        @WithDefault("PT10M")
        Duration recheckAfter();
    }
}
