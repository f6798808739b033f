package com.coworkpay.platform.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// What is written where a bearer token belongs and has not a token's form (RFC 6750, section 2.1) is none: where a
/// sign-in is needed, the answer is 401. The framework's reader of tokens fails at some of them, at dots alone for one.
@Singleton
class BearerDoor {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer( .*)?");
    private static final Pattern TOKEN = Pattern.compile("(?i)bearer +(?!\\.+$)[A-Za-z0-9._~+/-]+=*");

    /// Ahead of the framework's authentication (200).
    private static final int BEFORE_AUTHENTICATION = 250;

    void install(@Observes Filters filters) {
        filters.register(BearerDoor::dropWhatIsNoToken, BEFORE_AUTHENTICATION);
    }

    private static void dropWhatIsNoToken(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null
                && BEARER.matcher(authorization).matches()
                && !TOKEN.matcher(authorization).matches()) {
            request.request().headers().remove(HttpHeaders.AUTHORIZATION);
        }
        request.next();
    }
}
