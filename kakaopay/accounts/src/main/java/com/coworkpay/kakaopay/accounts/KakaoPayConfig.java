package com.coworkpay.kakaopay.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where KakaoPay is, and how long it is waited for.
@ConfigMapping(prefix = "coworkpay.kakaopay")
public interface KakaoPayConfig {
    /// KakaoPay's present API (secret keys).
    @WithDefault("https://open-api.kakaopay.com")
    URI currentUrl();

    /// KakaoPay's former API (admin keys).
    @WithDefault("https://kapi.kakao.com")
    URI legacyUrl();

    /// Time to connect; after it nothing was sent.
    @WithDefault("2s")
    Duration connectTimeout();

    /// Time for an answer; above KakaoPay's own limit of 11 s.
    @WithDefault("15s")
    Duration readTimeout();

    /// Clear-text HTTP to another machine: only for a simulator.
    @WithDefault("false")
    boolean plainHttpAllowed();
}
