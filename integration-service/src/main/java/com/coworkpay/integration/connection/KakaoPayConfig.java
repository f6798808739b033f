package com.coworkpay.integration.connection;

import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where KakaoPay is, and how long its answers are waited for.
@ConfigMapping(prefix = "coworkpay.kakaopay")
interface KakaoPayConfig {

    /// Today's API, spoken with a secret key.
    @WithDefault("https://open-api.kakaopay.com")
    URI currentUrl();

    /// The former API, spoken with an admin key.
    @WithDefault("https://kapi.kakao.com")
    URI legacyUrl();

    /// Over it, nothing was sent.
    @WithDefault("PT2S")
    Duration connectTimeout();

    /// KakaoPay's own limit is 11 s.
    @WithDefault("PT15S")
    Duration readTimeout();

    /// Clear-text HTTP to another machine: only for a simulator.
    @WithDefault("false")
    boolean plainHttpAllowed();

    default KakaoPaySettings toSettings() {
        return KakaoPaySettings.of(currentUrl(), legacyUrl(), plainHttpAllowed())
                .withTimeouts(connectTimeout(), readTimeout());
    }
}
