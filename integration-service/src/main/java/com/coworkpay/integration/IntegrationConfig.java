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

    /// Where payers and portals reach the suite: the front door or the Ingress, without a path.
    URI publicBaseUrl();

    /// Origins of the web portals that send members to KakaoPay.
    Optional<List<URI>> portalOrigins();

    /// What a merchant registers as site domains in KakaoPay's console. Unless set: the public base URL's origin and
    /// the portals' origins.
    Optional<List<String>> siteDomains();

    default List<String> registeredDomains() {
        return siteDomains()
                .orElseGet(() -> Stream.concat(Stream.of(publicBaseUrl()), portalOrigins().orElse(List.of()).stream())
                        .map(url -> url.getScheme() + "://" + url.getAuthority())
                        .distinct()
                        .toList());
    }

    /// Whether KakaoPay's test CIDs may be connected. On for trying out; off where members pay.
    @WithDefault("false")
    boolean testAccountsAllowed();

    /// Behind "About" on the connect page: what KakaoPay is.
    @WithDefault("https://www.kakaopay.com/")
    URI aboutUrl();

    /// Behind "Docs" on the connect page: how to get a key and a CID.
    @WithDefault("https://developers.kakaopay.com/docs/payment/online/common")
    URI docsUrl();

    /// Tink keyset (JSON) that seals the credentials; a mounted Secret. Read again when it changes.
    Path keysetFile();

    Credentials credentials();

    interface Credentials {

        /// For how long after a rotation the former key is still handed out; payments on their way may have been sent
        /// with it. KakaoPay kills an old key when it issues a new one, so longer would not help.
        @WithDefault("PT10M")
        Duration retiredUsableFor();

        /// How many credentials one statement of tidying takes.
        @WithDefault("100")
        int cleanupBatch();

        /// How often former keys whose time is over are erased; `off`: never.
        @WithDefault("PT1M")
        String eraseEvery();

        /// How often credentials that a retired key of the keyset sealed are sealed again; `off`: never.
        @WithDefault("PT1H")
        String rewrapEvery();

        /// How often accounts are looked for whose refused credential may be asked for again; `off`: never.
        @WithDefault("PT1M")
        String recheckPoll();

        /// So long after its last check a refused credential is asked for again.
        @WithDefault("PT10M")
        Duration recheckAfter();
    }
}
