package com.coworkpay.checks.kubernetes;

import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A stopping program is left alone until no call of KakaoPay can be under way any more.
final class GracefulStop {
    private static final String DEFAULTS =
            "platform/observability/src/main/resources/META-INF/microprofile-config.properties";

    /// For the relay and the consumers, when no request is left.
    private static final Duration HAND_OVER = Duration.ofSeconds(10);

    private GracefulStop() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var deployment : manifests.programs()) {
            String id = Manifests.idOf(deployment);
            var spec = Pods.spec(deployment);
            var environment = Pods.environment(manifests, deployment);
            var kakaoPay = KakaoPaySettings.of(KakaoPaySettings.CURRENT_API, KakaoPaySettings.LEGACY_API);
            var maxCall = set(environment.get("COWORKPAY_KAKAOPAY_CONNECT_TIMEOUT"), kakaoPay.connectTimeout())
                    .plus(set(environment.get("COWORKPAY_KAKAOPAY_READ_TIMEOUT"), kakaoPay.readTimeout()));
            var shutdown = set(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"), byDefault("quarkus.shutdown.timeout"));
            var delay = set(environment.get("QUARKUS_SHUTDOWN_DELAY"), byDefault("quarkus.shutdown.delay"));
            var pause = Duration.ofSeconds(
                    spec.at("/containers/0/lifecycle/preStop/sleep/seconds").asLong(0));
            var grace = Duration.ofSeconds(
                    spec.path("terminationGracePeriodSeconds").asLong(30));
            if (pause.isZero()) {
                findings.add(id + " stops before every node knows that it goes");
            }
            if (shutdown.compareTo(maxCall) <= 0) {
                findings.add(id + " waits " + shutdown + " for a call that takes up to " + maxCall);
            }
            if (grace.compareTo(pause.plus(delay).plus(shutdown).plus(HAND_OVER)) <= 0) {
                findings.add(id + " is killed after " + grace + ", while it pauses " + pause + " and ends within "
                        + shutdown);
            }
        }
        return findings;
    }

    private static Duration byDefault(String setting) {
        return Repository.text(DEFAULTS)
                .lines()
                .filter(line -> line.startsWith(setting + "="))
                .map(line -> set(line.substring(line.indexOf('=') + 1), Duration.ZERO))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /// As Quarkus reads it: `PT20S`, `20S` or `20`.
    private static Duration set(@org.jspecify.annotations.Nullable String text, Duration otherwise) {
        if (text == null) {
            return otherwise;
        }
        String value = text.strip().toUpperCase(Locale.ROOT);
        if (value.chars().allMatch(Character::isDigit)) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        return Duration.parse(value.startsWith("P") ? value : "PT" + value);
    }
}
