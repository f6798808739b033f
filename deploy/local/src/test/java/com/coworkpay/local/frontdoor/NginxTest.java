package com.coworkpay.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The front door of the composition for one host lets through what the local one does, and nothing else.
class NginxTest {
    private static final Path FILE = Path.of(System.getProperty("coworkpay.root"), "deploy/compose/nginx/nginx.conf");
    private static final Pattern LOCATION = Pattern.compile(
            "location ~ \"([^\"]+)\" \\{\\s*set \\$service ([a-z-]+);\\s*proxy_pass http://\\$service:8080;");
    private static final Pattern PLAIN = Pattern.compile("\"~([^\"]+)\" 1;");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam",
                "/v1/locations/gangnam/",
                "/v1/locations/gangnam/kakaopay/connection/check",
                "/v1/locations/gangnam/payment-methods",
                "/v1/locations/gangnam/payments",
                "/v1/locations/gangnam/payments/0190-a",
                "/v1/locations/gangnam/payments/0190-a/refunds/preview",
                "/v1/locations/gangnam/refunds/attention",
                "/v1/locations/gangnam/cancellations/c-1",
                "/v1/locations/gangnam/transactions/totals",
                "/v1/locations/gangnam/transactions.csv",
                "/v1/return/0190-a/c2ln/approved",
                "/internal/accounts/a/credential",
                "/q/health",
                "/q/metrics",
                "/",
                "/v1/locations/../../internal/accounts/a/credential",
                "/v1/locations/x/payments/..;/..;/internal",
                "/v1/locations/x/payments/%2e%2e/%2e%2e/internal",
                "/v1/locations/x/payments/..%2finternal",
                "//internal/accounts/a/credential",
                "/v1/return/x//internal",
                "/v1/locations/x/payments/./a",
                "/v1/locations/x/payments/a;b=c",
                "/v1/locations/x/payments/a\\..\\internal",
                "/V1/locations/x",
                "/v1/locations",
                "/v1/locations/x/other",
                "/v1/locations/x/payments/a/other",
                "/v1/locations/x/transactions.xlsx.exe"
            })
    void itsPathsAreThoseOfTheLocalDoor(String path) throws IOException {
        assertThat(ownerOf(path)).isEqualTo(Routes.ownerOf(path));
        assertThat(ownerOf(path + "?pg_token=a%20b")).isEqualTo(Routes.ownerOf(path));
    }

    @Test
    void whatItWritesDownHoldsNoQuery() throws IOException {
        assertThat(Files.readString(FILE)).contains("access_log off;", "error_log stderr crit;");
    }

    @Test
    void whatMovesMoneyIsSentOnce() throws IOException {
        assertThat(Files.readString(FILE)).contains("proxy_next_upstream off;");
    }

    /// As nginx decides: the whole request is plain, and one location's pattern finds its path.
    private static Optional<Routes.Owner> ownerOf(String request) throws IOException {
        String text = Files.readString(FILE);
        var plain = PLAIN.matcher(text);
        assertThat(plain.find()).isTrue();
        if (!Pattern.compile(plain.group(1)).matcher(request).find()) {
            return Optional.empty();
        }
        String path = request.replaceAll("\\?.*", "");
        return locations(text).entrySet().stream()
                .filter(location -> location.getKey().matcher(path).find())
                .map(location -> Routes.Owner.of(location.getValue()))
                .findFirst();
    }

    private static Map<Pattern, String> locations(String text) {
        var locations = new LinkedHashMap<Pattern, String>();
        var found = LOCATION.matcher(text);
        while (found.find()) {
            locations.put(Pattern.compile(found.group(1)), found.group(2));
        }
        assertThat(locations).hasSize(Routes.Owner.values().length);
        return locations;
    }
}
