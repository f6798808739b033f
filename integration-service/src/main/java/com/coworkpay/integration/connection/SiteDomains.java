package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// What a merchant registers in KakaoPay's console, so that payers may be sent back here.
@ApplicationScoped
public class SiteDomains {

    private final List<String> list;

    SiteDomains(IntegrationConfig config) {
        list = config.siteDomains().orElseGet(() -> defaults(config));
    }

    public List<String> list() {
        return list;
    }

    private static List<String> defaults(IntegrationConfig config) {
        return Stream.concat(Stream.of(config.publicBaseUrl()), config.portalOrigins().orElse(List.of()).stream())
                .map(SiteDomains::origin)
                .distinct()
                .toList();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
