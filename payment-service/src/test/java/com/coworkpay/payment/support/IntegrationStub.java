package com.coworkpay.payment.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executors;

/// The one endpoint of integration-service that payment-service calls, and a token endpoint beside it.
public final class IntegrationStub {

    private static final String URL = "coworkpay.test.integration";

    /// State is kept in properties of the JVM, as texts: Quarkus loads this class by more than one class loader.
    private static final String UNAVAILABLE = "coworkpay.test.integration.unavailable";

    private static final String ACCOUNT = "coworkpay.test.integration.account.";

    private IntegrationStub() {}

    public static String start() {
        if (System.getProperty(URL) == null) {
            System.setProperty(URL, "http://localhost:" + serve());
        }
        return System.getProperty(URL);
    }

    private static int serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(4, task -> {
                Thread thread = new Thread(task, "integration-stub");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext(
                    "/token",
                    exchange -> answer(
                            exchange,
                            200,
                            "{\"access_token\":\"machine\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
            server.createContext("/internal/accounts/", IntegrationStub::credential);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void credential(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String account = exchange.getRequestURI().getPath().split("/")[3];
        String issued = System.getProperty(ACCOUNT + account);
        if (System.getProperty(UNAVAILABLE) != null) {
            answer(exchange, 503, "{}");
        } else if (!Objects.equals(bearer, "Bearer machine")) {
            answer(exchange, 401, "{}");
        } else if (issued != null) {
            answer(exchange, 200, issued);
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// Issues this key for the account from now on.
    public static void account(String accountId, String cid, String kind, String key, int version) {
        System.setProperty(ACCOUNT + accountId, """
                {"accountId":"%s","locationId":"x","cid":"%s","live":true,"kind":"%s","key":"%s","version":%d,
                 "acceptedAt":"2026-01-01T00:00:00Z","previous":null}""".formatted(accountId, cid, kind, key, version));
    }

    /// Issues this key, and the one before it until `usableUntil`.
    public static void rotated(
            String accountId, String cid, String key, int version, String retiredKey, java.time.Instant usableUntil) {
        System.setProperty(
                ACCOUNT + accountId, """
                {"accountId":"%s","locationId":"x","cid":"%s","live":true,"kind":"SECRET_KEY","key":"%s","version":%d,
                 "acceptedAt":"2026-01-01T00:00:00Z",
                 "previous":{"kind":"SECRET_KEY","key":"%s","version":%d,"usableUntil":"%s"}}""".formatted(accountId, cid, key, version, retiredKey, version - 1, usableUntil));
    }

    public static void forget(String accountId) {
        System.clearProperty(ACCOUNT + accountId);
    }

    public static void unavailable(boolean unavailable) {
        if (unavailable) {
            System.setProperty(UNAVAILABLE, "true");
        } else {
            System.clearProperty(UNAVAILABLE);
        }
    }
}
