package com.coworkpay.kakaopay.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where KakaoPay is, and how long it is waited for.
@ConfigMapping(prefix = "coworkpay.kakaopay")
public interface KakaoPayConfig {
    /// KakaoPay's present API.
    @WithDefault("https://open-api.kakaopay.com")
    URI currentUrl();

    /// KakaoPay's former API (admin keys).
    @WithDefault("https://kapi.kakao.com")
    URI legacyUrl();

    /// A connection refused within this is surely without effect.
    @WithDefault("2s")
    Duration connectTimeout();

    /// Above KakaoPay's own limit of 11 s, so that we hang up after it, not before.
    @WithDefault("15s")
    Duration readTimeout();

    /// Clear-text HTTP to another machine: only for a simulator.
    @WithDefault("false")
    boolean plainHttpAllowed();
}
