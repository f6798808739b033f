package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/// How long calls of KakaoPay take at most: what leases and quiet times of the services have to outlive. Looked at
/// before
/// anything starts.
@Startup
@Singleton
public class CallTimes {

    /// KakaoPay's own limit.
    private static final Duration KAKAOPAYS_OWN = Duration.ofSeconds(11);

    private final Duration call;
    private final Duration fetch;

    CallTimes(KakaoPayConfig kakaoPay, CredentialConfig credential) {
        SettingRule.of("coworkpay.kakaopay.connect-timeout", kakaoPay.connectTimeout())
                .isPositive();
        SettingRule.of("coworkpay.kakaopay.read-timeout", kakaoPay.readTimeout())
                .isPositive();
        SettingRule.of("coworkpay.credential.fetch-timeout", credential.fetchTimeout())
                .isPositive();
        SettingRule.of("coworkpay.credential.max-accounts", credential.maxAccounts())
                .isBetween(1, 1_000_000, "a credential is kept while it serves");
        if (!isSimulator(kakaoPay)) {
            SettingRule.of("coworkpay.kakaopay.read-timeout", kakaoPay.readTimeout())
                    .isAtLeast(
                            KAKAOPAYS_OWN,
                            "KakaoPay's own limit",
                            "hanging up before makes unknown outcomes of slow successes");
        }
        this.call = KakaoPaySettings.of(kakaoPay.currentUrl(), kakaoPay.legacyUrl(), kakaoPay.plainHttpAllowed())
                .withTimeouts(kakaoPay.connectTimeout(), kakaoPay.readTimeout())
                .maxCall();
        this.fetch = credential.fetchTimeout();
    }

    /// One call, waiting for a place included.
    public Duration maxCall() {
        return call;
    }

    /// The same with the fetch of its credential before it.
    public Duration maxCallWithFetch() {
        return call.plus(fetch);
    }

    /// KakaoPay is reached by https alone: what is not is a simulator.
    private static boolean isSimulator(KakaoPayConfig kakaoPay) {
        return isPlain(kakaoPay.currentUrl()) && isPlain(kakaoPay.legacyUrl());
    }

    private static boolean isPlain(URI api) {
        return "http".equalsIgnoreCase(api.getScheme());
    }
}
