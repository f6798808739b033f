package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Pages;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/// What these pages may do in a browser, and who may send their forms: pages of this very address on this machine.
final class SafeRequests {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; "
            + "style-src '" + digest(Pages.resource("portal/page.css")) + "'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private SafeRequests() {}

    static void check(RoutingContext context) {
        context.response()
                .putHeader("content-security-policy", POLICY)
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("cross-origin-opener-policy", "same-origin")
                .putHeader("cross-origin-resource-policy", "same-origin")
                .putHeader("cache-control", "no-store");
        var request = context.request();
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (reads || isFromHere(request)) {
            context.next();
        } else {
            context.fail(403);
        }
    }

    /// Browsers say where a form is by `Sec-Fetch-Site`, older ones by `Origin` alone. A name that somebody has made to
    /// lead to this machine is not this machine.
    private static boolean isFromHere(HttpServerRequest request) {
        var here = request.authority();
        if (here == null || !THIS_MACHINE.contains(here.host())) {
            return false;
        }
        String site = request.getHeader("sec-fetch-site");
        return site == null ? ("http://" + here).equals(request.getHeader("origin")) : site.equals("same-origin");
    }

    private static String digest(String style) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
