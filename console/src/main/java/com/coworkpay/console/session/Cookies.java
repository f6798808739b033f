package com.coworkpay.console.session;

import com.coworkpay.console.ConsoleConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/// The cookies of what a person chooses for this browser.
@Singleton
public class Cookies {

    private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private final ConsoleConfig config;

    Cookies(ConsoleConfig config) {
        this.config = config;
    }

    public NewCookie kept(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(KEPT_SECONDS)
                .secure(config.secureCookies())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
