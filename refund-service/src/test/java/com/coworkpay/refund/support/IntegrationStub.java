package com.coworkpay.refund.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// The one endpoint of integration-service that refund-service calls, and a token endpoint beside it.
public final class IntegrationStub {

    private static final String URL = "coworkpay.test.integration";
    private static final String STATE = "coworkpay.test.integration.state";
    private static final String AWAY = "(away)";
    private static final String ASKED = "(asked)";
    private static final String JUDGED = "judged ";

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
        if (exchange.getRequestURI().getPath().endsWith("/credential-status")) {
            judged(exchange);
            return;
        }
        state().merge(ASKED, "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String account = exchange.getRequestURI().getPath().split("/")[3];
        if (state().containsKey(AWAY)) {
            answer(exchange, 503, "{}");
        } else if (!Objects.equals(bearer, "Bearer machine")) {
            answer(exchange, 401, "{}");
        } else if (state().containsKey(account)) {
            answer(exchange, 200, state().get(account));
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static void judged(HttpExchange exchange) throws IOException {
        String account = exchange.getRequestURI().getPath().split("/")[3];
        String status = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        state().merge(JUDGED + account, status, (a, b) -> a + " " + b);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /// What was reported of an account's credential, in order.
    public static String credentialStatuses(String accountId) {
        return state().getOrDefault(JUDGED + accountId, "");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// Hands out this key for the account from now on.
    public static void account(String accountId, String cid, String kind, String key, int version) {
        state().put(accountId, """
                {"accountId":"%s","locationId":"x","cid":"%s","live":true,"kind":"%s","key":"%s","version":%d,
                 "acceptedAt":"2026-01-01T00:00:00Z","previous":null}""".formatted(accountId, cid, kind, key, version));
    }

    public static void forget(String accountId) {
        state().remove(accountId);
    }

    public static void away(boolean away) {
        if (away) {
            state().put(AWAY, "");
        } else {
            state().remove(AWAY);
        }
    }

    public static int asked() {
        return Integer.parseInt(state().getOrDefault(ASKED, "0"));
    }

    /// Of JDK types only, so that every class loader sees the same.
    @SuppressWarnings("unchecked")
    private static Map<String, String> state() {
        return (Map<String, String>)
                System.getProperties().computeIfAbsent(STATE, _ -> new ConcurrentHashMap<String, String>());
    }
}
