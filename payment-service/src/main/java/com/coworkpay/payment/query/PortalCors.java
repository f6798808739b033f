package com.coworkpay.payment.query;

import com.coworkpay.payment.PaymentConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page of the portal's origins may read, stream and cancel a payment, and list them, with its payer's token; no
/// other
/// origin may, and no other endpoint is for pages of another origin. The headers are set when the response is sent, so
/// that problems carry
/// them as well: a page that cannot read them sees a failed connection.
@Singleton
class PortalCors {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern READ = Pattern.compile("/v1/locations/[^/]+/payments(/" + ID + "(/stream)?)?");
    private static final Pattern CANCEL = Pattern.compile("/v1/locations/[^/]+/payments/" + ID + "/cancel");

    /// Before sign-in, which a preflight does not bring.
    private static final int BEFORE_SIGN_IN = 300;

    private final Set<String> origins;

    PortalCors(PaymentConfig config) {
        this.origins = config.portalOrigins().stream().map(PortalCors::asSent).collect(Collectors.toUnmodifiableSet());
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_SIGN_IN);
    }

    private void answer(RoutingContext request) {
        HttpServerRequest httpRequest = request.request();
        String method = httpRequest.path() == null ? null : methodOf(httpRequest.path());
        if (method == null) {
            request.next();
            return;
        }
        String origin = httpRequest.getHeader("Origin");
        boolean isPortal = origin != null && origins.contains(origin);
        request.addHeadersEndHandler(_ -> {
            request.response().headers().add("Vary", "Origin");
            if (isPortal) {
                request.response().putHeader("Access-Control-Allow-Origin", origin);
                request.response().putHeader("Access-Control-Expose-Headers", "Content-Language, Retry-After");
            }
        });
        if (isPortal && isPreflight(httpRequest, method)) {
            request.response()
                    .setStatusCode(204)
                    .putHeader("Access-Control-Allow-Methods", method)
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "Authorization, Accept-Language, Last-Event-ID, traceparent")
                    .putHeader("Access-Control-Max-Age", "600")
                    .end();
        } else {
            request.next();
        }
    }

    /// The one that a page may use at this path; null: none.
    private static @Nullable String methodOf(String path) {
        if (READ.matcher(path).matches()) {
            return "GET";
        }
        return CANCEL.matcher(path).matches() ? "POST" : null;
    }

    private static boolean isPreflight(HttpServerRequest httpRequest, String method) {
        return httpRequest.method() == HttpMethod.OPTIONS
                && method.equals(httpRequest.getHeader("Access-Control-Request-Method"));
    }

    /// As browsers send it: small letters, no path, and a port only where it is not the usual one.
    private static String asSent(URI origin) {
        String scheme = origin.getScheme().toLowerCase(Locale.ROOT);
        String host = origin.getHost().toLowerCase(Locale.ROOT);
        boolean isUsual = origin.getPort() == -1
                || scheme.equals("https") && origin.getPort() == 443
                || scheme.equals("http") && origin.getPort() == 80;
        return scheme + "://" + host + (isUsual ? "" : ":" + origin.getPort());
    }
}
