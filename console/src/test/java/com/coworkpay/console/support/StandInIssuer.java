package com.coworkpay.console.support;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// An issuer of OpenID Connect as far as the console uses one. Whom it signs in, a test says in `login_hint`:
/// `subject;name;number of locations in the token`. It checks what a good issuer checks: the client's secret, the
/// code's
/// use by the same client, PKCE.
final class StandInIssuer {

    static final String CLIENT = "console";
    static final String SECRET = "the-console-of-the-test-and-no-other";

    private static final List<String> PERMISSIONS =
            List.of("integration:manage", "payment:read", "payment:create", "refund:create", "report:read");

    private record Code(String redirectUri, String challenge, String nonce, String hint) {}

    private final HttpServer server;
    private final KeyPair key = key();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    StandInIssuer(Vertx vertx) {
        this.server = vertx.createHttpServer();
    }

    String start() {
        server.requestHandler(request -> request.body().onSuccess(body -> handle(request, body.toString())));
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        return address();
    }

    private String address() {
        return "http://localhost:" + server.actualPort();
    }

    private void handle(HttpServerRequest request, String body) {
        switch (request.path()) {
            case "/.well-known/openid-configuration" -> json(request, 200, metadata());
            case "/keys" -> json(request, 200, keys());
            case "/authorize" -> authorize(request);
            case "/token" -> token(request, form(body));
            case "/end-session" ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", request.getParam("post_logout_redirect_uri", "/"))
                        .end();
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject metadata() {
        return new JsonObject()
                .put("issuer", address())
                .put("authorization_endpoint", address() + "/authorize")
                .put("token_endpoint", address() + "/token")
                .put("jwks_uri", address() + "/keys")
                .put("end_session_endpoint", address() + "/end-session");
    }

    private JsonObject keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("kid", "1")
                                        .put("use", "sig")
                                        .put("alg", "RS256")
                                        .put("n", unsigned(open.getModulus()))
                                        .put("e", unsigned(open.getPublicExponent()))));
    }

    private void authorize(HttpServerRequest request) {
        String code = UUID.randomUUID().toString();
        String redirectUri = request.getParam("redirect_uri");
        codes.put(
                code,
                new Code(
                        redirectUri,
                        request.getParam("code_challenge", ""),
                        request.getParam("nonce", ""),
                        request.getParam("login_hint", "minji")));
        request.response()
                .setStatusCode(302)
                .putHeader("Location", redirectUri + "?code=" + code + "&state=" + request.getParam("state"))
                .end();
    }

    private void token(HttpServerRequest request, MultiMap form) {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(request.getHeader("Authorization"))) {
            json(request, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        String refreshToken = form.get("refresh_token");
        if (refreshToken != null) {
            String hint = refreshTokens.remove(refreshToken);
            json(
                    request,
                    hint == null ? 400 : 200,
                    hint == null ? new JsonObject().put("error", "invalid_grant") : tokens(hint, ""));
            return;
        }
        Code code = codes.remove(form.get("code"));
        if (code == null
                || !code.redirectUri().equals(form.get("redirect_uri"))
                || !code.challenge().equals(sha256(form.get("code_verifier")))) {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        json(request, 200, tokens(code.hint(), code.nonce()));
    }

    private JsonObject tokens(String hint, String nonce) {
        String[] parts = hint.split(";", -1);
        String subject = parts[0];
        int locations = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
        Map<String, Object> permissions = new LinkedHashMap<>();
        for (int i = 0; i < locations; i++) {
            permissions.put(i == 0 ? "gangnam" : String.format("location-%04d", i), PERMISSIONS);
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, hint);
        return new JsonObject()
                .put("token_type", "Bearer")
                .put("expires_in", 3600)
                .put("access_token", sign(Map.of("sub", subject, "aud", "coworkpay", "locations", permissions)))
                .put(
                        "id_token",
                        sign(Map.of(
                                "sub",
                                subject,
                                "aud",
                                CLIENT,
                                "nonce",
                                nonce,
                                "name",
                                parts.length > 1 ? parts[1] : subject)))
                .put("refresh_token", refreshToken);
    }

    private String sign(Map<String, Object> claims) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.claims(claims)
                .issuer(address())
                .issuedAt(now)
                .expiresAt(now + 3600)
                .jws()
                .keyId("1")
                .sign(key.getPrivate());
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private static MultiMap form(String body) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap();
        Arrays.stream(body.split("&"))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .forEach(each -> form.add(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        return form;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
