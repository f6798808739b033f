package com.coworkpay.console.session;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// A part of a page is never replaced by the issuer's sign-in: whoever is signed out gets 499, and the page says so.
@ApplicationScoped
public class HtmxRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return context.request().headers().contains("HX-Request");
    }
}
