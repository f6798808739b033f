package com.coworkpay.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any path that somebody can think of goes where the local front door sends it.
class IngressProperties {
    private static final String[] PARTS = {
        "v1",
        "locations",
        "gangnam",
        "payments",
        "0190-a",
        "refunds",
        "schedules",
        "comparisons",
        "refund-batches",
        "cancellations",
        "moves",
        "restorations",
        "transactions",
        "transactions.csv",
        "kakaopay",
        "payment-methods",
        "return",
        "checkouts",
        "stream",
        "cancel",
        "internal",
        "look",
        "resolution",
        "release",
        "cancel:1",
        "a%20b",
        "%2E%2e",
        "q",
        "health",
        "metrics",
        "",
        ".",
        "..",
        "a;b",
        "%2e",
        "a%2fb",
        "~a",
        "-",
        "_",
        "a.b",
        ".a",
        "V1",
        "한글",
        "transactionsXcsv",
        "console",
        "assets",
        "language",
        "signed-in",
        "checkout",
        "receipt",
        "payments "
    };

    @Property(tries = 3000)
    void asTheFrontDoor(@ForAll("paths") String path) {
        assertThat(IngressPaths.difference(Overlay.STAGING.manifests(), path)).isEmpty();
    }

    /// As it was sent, and as the controllers see it that decode a path and merge its slashes.
    @Property(tries = 2000)
    void anyIdOfACancellationLeadsToItsService(@ForAll("ids") String id) {
        String sent = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        for (String path :
                List.of(sent, sent + "/release", id.replaceAll("/+", "/").replaceFirst("^/", ""))) {
            assertThat(IngressPaths.owners(Overlay.STAGING.manifests(), "/v1/locations/gangnam/cancellations/" + path))
                    .as(path)
                    .containsExactly("refund-service");
        }
    }

    @Provide
    Arbitrary<String> ids() {
        var some = Arbitraries.of(
                "cancel:1", "urn:booking:1", "취소-1", "a b", "예약/17 #2", "100%", "%25", "%2", "...", "a;b", "a?b", "🏢");
        var any = Arbitraries.strings().all().excludeChars('\0').ofMinLength(1).ofMaxLength(200);
        return Arbitraries.oneOf(some, any).filter(id -> isUnicode(id) && noPartOfDots(id));
    }

    private static boolean isUnicode(String id) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(id);
    }

    /// Found by its payable alone: no path can hold it.
    private static boolean noPartOfDots(String id) {
        return Arrays.stream(id.split("/", -1))
                        .map(part -> part.replaceAll("%2[eE]", "."))
                        .noneMatch(part -> part.equals(".") || part.equals(".."))
                && !id.replace("/", "").isEmpty();
    }

    @Provide
    Arbitrary<String> paths() {
        var anything = Arbitraries.of(PARTS).list().ofMaxSize(8);
        var below = Arbitraries.of(PARTS).list().ofMaxSize(5);
        return Arbitraries.oneOf(
                anything.map(IngressProperties::joined),
                below.map(parts -> "/v1/locations" + joined(parts)),
                below.map(parts -> "/v1/locations/gangnam" + joined(parts)),
                below.map(parts -> "/v1/locations/gangnam/payments/0190-a" + joined(parts)),
                below.map(parts -> "/v1/locations/gangnam/cancellations" + joined(parts)),
                below.map(parts -> "/v1/checkouts" + joined(parts)),
                below.map(parts -> "/console" + joined(parts)),
                below.map(parts -> "/checkout" + joined(parts)),
                below.map(parts -> "/v1/return" + joined(parts)));
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }
}
