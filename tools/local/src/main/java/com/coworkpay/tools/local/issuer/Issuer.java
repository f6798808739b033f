package com.coworkpay.tools.local.issuer;

import com.coworkpay.tools.local.Pages;
import com.coworkpay.tools.local.Polling;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A small OpenID issuer for one machine: discovery, keys, tokens for machines by secret and for ready-made people
/// without a password. Never to be reached from outside; Kubernetes takes any real issuer in its place.
public final class Issuer implements AutoCloseable {
    /// The grant of command lines: a token for a ready-made person, by id.
    public static final String PERSON_GRANT = "urn:coworkpay:grant:person";

    private static final int MAX_FORM_BYTES = 16 * 1024;

    private final HttpServer server;
    private final @Nullable URI publicUrl;

    private Issuer(HttpServer server, @Nullable URI publicUrl) {
        this.server = server;
        this.publicUrl = publicUrl;
    }

    /// The machine callers that need a secret.
    public static List<String> machineIds() {
        return Directory.machines().stream().map(Directory.Machine::id).toList();
    }

    public static Issuer start(Vertx vertx, IssuerSettings settings) throws IOException {
        var key = SigningKey.kept(settings.keyFile());
        var server = vertx.createHttpServer(new HttpServerOptions().setHost(settings.host()));
        var router = Router.router(vertx);
        server.requestHandler(router);
        Polling.on(server.listen(settings.port()), "the issuer");
        var issuer = new Issuer(server, settings.publicUrl());
        issuer.route(router, key, settings);
        return issuer;
    }

    public URI uri() {
        return publicUrl == null ? URI.create("http://localhost:" + server.actualPort()) : publicUrl;
    }

    @Override
    public void close() {
        Polling.on(server.close(), "the issuer's end");
    }

    private void route(Router router, SigningKey key, IssuerSettings settings) {
        var clock = Clock.systemUTC();
        var tokens = new Tokens(key, uri().toString(), settings, clock);
        var codes = new SignInCodes(clock);
        var authorization = new AuthorizationEndpoint(codes, tokens);
        var tokenEndpoint = new TokenEndpoint(new Clients(settings.machineSecrets()), codes, tokens);

        router.route().handler(Issuer::forbidFraming);
        router.get("/.well-known/openid-configuration").handler(context -> json(context, 200, discovery()));
        router.get("/jwks").handler(context -> json(context, 200, key.publicKeySet()));
        var form = BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES);
        router.post("/token").handler(form).handler(tokenEndpoint::answer);
        router.get("/authorize").handler(authorization::showPeople);
        router.post("/authorize").handler(form).handler(authorization::signIn);
        router.get("/end-session").handler(authorization::endSession);
        router.get("/sign-in").handler(authorization::showPeopleForToken);
        router.post("/sign-in").handler(form).handler(authorization::showToken);
    }

    static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .putHeader("cache-control", "no-store")
                .putHeader("access-control-allow-origin", "*")
                .end(body.encode());
    }

    static void html(RoutingContext context, int status, String template, Map<String, ?> data) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(Pages.render("issuer/" + template, data));
    }

    private static void forbidFraming(RoutingContext context) {
        context.response()
                .putHeader("x-frame-options", "DENY")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("x-content-type-options", "nosniff");
        context.next();
    }

    private JsonObject discovery() {
        String base = uri().toString();
        return new JsonObject()
                .put("issuer", base)
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/token")
                .put("jwks_uri", base + "/jwks")
                .put("end_session_endpoint", base + "/end-session")
                .put("response_types_supported", array(Set.of("code")))
                .put("response_modes_supported", array(Set.of("query")))
                .put("subject_types_supported", array(Set.of("public")))
                .put("id_token_signing_alg_values_supported", array(Set.of("RS256")))
                .put("code_challenge_methods_supported", array(Set.of("S256")))
                .put(
                        "grant_types_supported",
                        array(List.of("authorization_code", "refresh_token", "client_credentials", PERSON_GRANT)))
                .put(
                        "token_endpoint_auth_methods_supported",
                        array(List.of("client_secret_basic", "client_secret_post", "none")))
                .put("scopes_supported", array(List.of("openid")));
    }

    private static JsonArray array(Iterable<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
