package com.coworkpay.console.session;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form that was pressed after the session had ended was not sent. Sign-in restores an address and no form, and the
/// address of a form is no page: so the person is led to the page with the form, signs in there, and is told.
@ApplicationScoped
class UnsentForms {

    /// Of the page that says so.
    static final String NOT_SENT = "notSent";

    /// Before sign-in, whose answer is changed.
    private static final int FIRST = -9_999;

    private static final String SIGN_OUT = "/console/sign-out";
    private static final String SIGNED_OUT = "/console/signed-out";

    /// The answer of sign-in to whoever is signed out: on to the issuer.
    private static final int TO_THE_ISSUER = 302;

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    void register(@Observes Router router) {
        router.post("/console/*").order(FIRST).handler(context -> {
            context.addHeadersEndHandler(_ -> leadToThePage(context));
            context.next();
        });
    }

    private static void leadToThePage(RoutingContext context) {
        HttpServerResponse response = context.response();
        String next = response.headers().get("Location");
        if (response.getStatusCode() != TO_THE_ISSUER || next == null || !next.contains("response_type=code")) {
            return;
        }
        // The sign-in that begins on the page has a state cookie of its own.
        String state = state(next);
        if (state != null) {
            response.removeCookies("q_auth", false);
            response.removeCookies("q_auth_" + state, false);
        }
        response.setStatusCode(303);
        response.putHeader("Location", page(context.normalizedPath()));
    }

    private static @Nullable String state(String issuer) {
        Matcher found = STATE.matcher(issuer);
        return found.find() ? found.group(1) : null;
    }

    private static String page(String sentTo) {
        return sentTo.equals(SIGN_OUT) ? SIGNED_OUT : FormPage.of(sentTo) + "?" + NOT_SENT + "=true";
    }
}
