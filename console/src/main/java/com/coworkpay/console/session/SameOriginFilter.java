package com.coworkpay.console.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// No page of another site sends a form with this person's cookie: an unsafe request must say that it comes from a page
/// of ours. Browsers say it by `Sec-Fetch-Site` (Fetch Metadata, W3C), older ones by `Origin` alone.
@ApplicationScoped
class SameOriginFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /// Before sign-in and all routes.
    private static final int FIRST = -10_000;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            if (isFromOurPages(context.request())) {
                context.next();
            } else {
                context.response()
                        .setStatusCode(403)
                        .putHeader("Content-Type", "text/plain; charset=utf-8")
                        .end("다른 사이트에서 보낸 요청은 처리하지 않습니다.\nA form that another site sends is not accepted.\n");
            }
        });
    }

    private static boolean isFromOurPages(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isOurs(
                        request.getHeader("Origin"),
                        request.authority() == null ? null : request.authority().toString())
                : site.equals("same-origin");
    }

    private static boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
