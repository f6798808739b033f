package com.coworkpay.tools.local.issuer;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sign-in by browser: the authorization code flow with PKCE for pages on this machine, and a page that shows a token
/// to copy for people without a page of their own.
final class AuthorizationEndpoint {
    private static final List<String> CLIENTS = List.of(Directory.PUBLIC_CLIENT, Directory.CONSOLE);

    private final SignInCodes codes;
    private final Tokens tokens;

    AuthorizationEndpoint(SignInCodes codes, Tokens tokens) {
        this.codes = codes;
        this.tokens = tokens;
    }

    void showPeople(RoutingContext context) {
        var parameters = context.queryParams();
        if (isAcceptable(context, parameters)) {
            showPeople(context, "/authorize", parameters);
        }
    }

    void signIn(RoutingContext context) {
        var form = context.request().formAttributes();
        if (!isAcceptable(context, form)) {
            return;
        }
        var person = Directory.person(text(form, "person"));
        if (person.isEmpty() || !Tokens.mayHave(person.get(), text(form, "scope"))) {
            redirect(context, form, "error", person.isEmpty() ? "access_denied" : "invalid_scope");
            return;
        }
        String code = codes.issue(
                text(form, "client_id"),
                person.get().id(),
                text(form, "redirect_uri"),
                text(form, "code_challenge"),
                text(form, "scope"),
                form.get("nonce"));
        redirect(context, form, "code", code);
    }

    void showPeopleForToken(RoutingContext context) {
        showPeople(context, "/sign-in", MultiMap.caseInsensitiveMultiMap());
    }

    /// Ends nothing, since nobody stays signed in here: each sign-in shows the people again. It leads back to the page
    /// that asked (OpenID Connect RP-Initiated Logout 1.0).
    void endSession(RoutingContext context) {
        var parameters = context.queryParams();
        String back = parameters.get("post_logout_redirect_uri");
        if (!Clients.isLoopback(back)) {
            refuse(context, "The post_logout_redirect_uri must be a page on this machine.");
            return;
        }
        var location = new QueryStringEncoder(back);
        String state = parameters.get("state");
        if (state != null) {
            location.addParam("state", state);
        }
        context.response()
                .setStatusCode(303)
                .putHeader("location", location.toString())
                .end();
    }

    /// There are no passwords: these people exist on this machine only.
    private static void showPeople(RoutingContext context, String action, MultiMap parameters) {
        var carried = parameters.entries().stream()
                .filter(field -> !field.getKey().equals("person"))
                .toList();
        Issuer.html(
                context,
                200,
                "sign-in",
                Map.of(
                        "action",
                        action,
                        "carried",
                        carried,
                        "people",
                        Directory.people(),
                        "korean",
                        isKoreanWanted(context)));
    }

    /// By the browser; what it is for is for developers, who may have neither language first.
    private static boolean isKoreanWanted(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .map(wish -> wish.tag())
                .filter(language -> language.equals("ko") || language.equals("en"))
                .findFirst()
                .filter("ko"::equals)
                .isPresent();
    }

    void showToken(RoutingContext context) {
        var person = Directory.person(text(context.request().formAttributes(), "person"));
        if (person.isEmpty()) {
            refuse(context, "Nobody of that name lives here.");
            return;
        }
        String token = tokens.forPerson(person.get(), Directory.PUBLIC_CLIENT, "", null)
                .getString("access_token");
        Issuer.html(context, 200, "signed-in", Map.of("person", person.get(), "token", token));
    }

    /// A wrong client or address is answered here and never by a redirect, or the issuer would be an open redirector.
    private boolean isAcceptable(RoutingContext context, MultiMap parameters) {
        String refusal = refusalOf(parameters);
        if (refusal != null) {
            refuse(context, refusal);
            return false;
        }
        if (!"code".equals(parameters.get("response_type"))) {
            redirect(context, parameters, "error", "unsupported_response_type");
            return false;
        }
        if (text(parameters, "code_challenge").isEmpty() || !"S256".equals(parameters.get("code_challenge_method"))) {
            redirect(context, parameters, "error", "invalid_request");
            return false;
        }
        return true;
    }

    private static @Nullable String refusalOf(MultiMap parameters) {
        if (!CLIENTS.contains(text(parameters, "client_id"))) {
            return "The client_id must be one of " + CLIENTS + ".";
        }
        if (!Clients.isLoopback(parameters.get("redirect_uri"))) {
            return "The redirect_uri must be a page on this machine, such as http://localhost:8080/signed-in.";
        }
        return null;
    }

    private static void refuse(RoutingContext context, String reason) {
        Issuer.html(context, 400, "refused", Map.of("reason", reason));
    }

    private static void redirect(RoutingContext context, MultiMap parameters, String name, String value) {
        var location = new QueryStringEncoder(text(parameters, "redirect_uri"));
        location.addParam(name, value);
        String state = parameters.get("state");
        if (state != null) {
            location.addParam("state", state);
        }
        context.response()
                .setStatusCode(303)
                .putHeader("location", location.toString())
                .putHeader("cache-control", "no-store")
                .end();
    }

    private static String text(MultiMap parameters, String name) {
        String value = parameters.get(name);
        return value == null ? "" : value;
    }
}
