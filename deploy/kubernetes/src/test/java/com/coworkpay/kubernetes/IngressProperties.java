package com.coworkpay.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

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
        "cancellations",
        "transactions",
        "transactions.csv",
        "kakaopay",
        "payment-methods",
        "return",
        "internal",
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
        "payments "
    };

    @Property(tries = 3000)
    void asTheFrontDoor(@ForAll("paths") String path) {
        assertThat(IngressPaths.difference(Overlay.STAGING.manifests(), path)).isEmpty();
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
                below.map(parts -> "/v1/return" + joined(parts)));
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }
}
