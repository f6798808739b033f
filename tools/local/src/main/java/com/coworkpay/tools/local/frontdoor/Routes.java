package com.coworkpay.tools.local.frontdoor;

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
///
/// One part may be anything: the id of a cancellation, which the booking system makes up. It stays one part however it
/// is read, so what it holds may not be, nor lead to, a part of dots (`..`, `%2e%2e`, `a%2F..%2Fb`); a cancellation of
/// such an id is found by its payable.
public final class Routes {
    private static final String PLAIN_PARTS = "(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?";
    private static final String DOTS = "(?:\\.|%2[Ee]){1,2}(?:%2[Ff]|[/?]|$)";
    private static final String ANY_ID =
            "(?!" + DOTS + ")(?![^/?]*%2[Ff]" + DOTS + ")" + "(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+";

    /// `nginx.conf` of the composition has the same text, and adds that a query may follow.
    static final Pattern LET_THROUGH = Pattern.compile(
            "(?:" + PLAIN_PARTS + "|/v1/locations/[A-Za-z0-9_-]+/cancellations/" + ANY_ID + "(?:/[a-z-]+)?/?)");

    private static final Map<Owner, Pattern> OWNED = new EnumMap<>(Map.of(
            Owner.INTEGRATION,
            Pattern.compile(
                    "/v1/locations/?|/v1/locations/[^/]+/?|/v1/locations/[^/]+/(kakaopay|payment-methods)(/.*)?"),
            Owner.PAYMENT,
            Pattern.compile("/v1/locations/[^/]+/payments(/[^/]+(/(inquiry|resolution|cancel|stream))?)?/?"
                    + "|/v1/locations/[^/]+/checkouts/?|/v1/(checkouts|return)/.+"),
            Owner.REFUND,
            Pattern.compile(
                    "/v1/locations/[^/]+/(refunds|cancellations|schedules|comparisons|refund-batches|payments/[^/]+/(refunds|comparisons))(/.*)?"
                            + "|/v1/locations/[^/]+/(moves|restorations)/?"),
            Owner.REPORTING,
            Pattern.compile("/v1/locations/[^/]+/(transactions|transactions\\.csv)(/.*)?"),
            Owner.CONSOLE,
            Pattern.compile("/console(/.*)?|/checkout/.+")));

    enum Owner {
        INTEGRATION("integration-service"),
        PAYMENT("payment-service"),
        REFUND("refund-service"),
        REPORTING("reporting-service"),
        CONSOLE("console");

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
        if (!LET_THROUGH.matcher(path).matches()) {
            return Optional.empty();
        }
        return OWNED.entrySet().stream()
                .filter(owned -> owned.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
