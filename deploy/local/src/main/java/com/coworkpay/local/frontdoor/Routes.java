package com.coworkpay.local.frontdoor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which service owns a path: the same paths as the Ingress.
///
/// The list says what is let through, everything else is not: `/internal` and `/q` are not on it. A path must be plain
/// (no percent signs, dots between slashes, empty or matrix parts), so that a service cannot read another path out of
/// the same bytes than the one that was looked at here.
public final class Routes {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?");
    private static final Map<Owner, Pattern> OWNED = new EnumMap<>(Map.of(
            Owner.INTEGRATION,
            Pattern.compile("/v1/locations/[^/]+/?|/v1/locations/[^/]+/(kakaopay|payment-methods)(/.*)?"),
            Owner.PAYMENT,
            Pattern.compile("/v1/locations/[^/]+/payments(/[^/]+)?/?|/v1/return/.+"),
            Owner.REFUND,
            Pattern.compile("/v1/locations/[^/]+/(refunds|cancellations|payments/[^/]+/refunds)(/.*)?"),
            Owner.REPORTING,
            Pattern.compile("/v1/locations/[^/]+/(transactions|transactions\\.csv)(/.*)?")));

    enum Owner {
        INTEGRATION("integration-service"),
        PAYMENT("payment-service"),
        REFUND("refund-service"),
        REPORTING("reporting-service");

        private final String service;

        Owner(String service) {
            this.service = service;
        }

        static Owner of(String service) {
            return Arrays.stream(values())
                    .filter(owner -> owner.service.equals(service))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no route leads to " + service));
        }
    }

    private Routes() {}

    /// By the name of its module; what nobody owns is let through to nobody.
    public static Optional<String> serviceOf(String path) {
        return ownerOf(path).map(owner -> owner.service);
    }

    static Optional<Owner> ownerOf(String path) {
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        return OWNED.entrySet().stream()
                .filter(owned -> owned.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
