package com.coworkpay.local.frontdoor;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which service owns a path: the same paths as the Ingress.
///
/// The list says what is let through, everything else is not: `/internal` and `/q` are not on it. A path must be plain
/// (no percent signs, dots between slashes, empty or matrix parts), so that a service cannot read another path out of
/// the same bytes than the one that was looked at here.
final class Routes {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?");
    private static final Pattern PAYMENT = Pattern.compile("/v1/locations/[^/]+/payments(/.*)?|/v1/return/.+");
    private static final Pattern INTEGRATION =
            Pattern.compile("/v1/locations/[^/]+/?|/v1/locations/[^/]+/(kakaopay|payment-methods)(/.*)?");

    enum Owner {
        INTEGRATION,
        PAYMENT
    }

    private Routes() {}

    static Optional<Owner> ownerOf(String path) {
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        if (PAYMENT.matcher(path).matches()) {
            return Optional.of(Owner.PAYMENT);
        }
        return INTEGRATION.matcher(path).matches() ? Optional.of(Owner.INTEGRATION) : Optional.empty();
    }
}
