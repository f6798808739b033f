package com.coworkpay.kakaopay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// A caller of KakaoPay that knows nothing of the simulator: raw HTTP, current or legacy.
final class KakaoCaller {
    record Reply(int status, JsonNode body) {
        int code() {
            return body.has("error_code")
                    ? body.path("error_code").asInt()
                    : body.path("code").asInt();
        }

        String text(String field) {
            return body.path(field).asText();
        }

        long krw(String amount, String part) {
            return body.path(amount).path(part).asLong(-1);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final boolean legacy;
    private final String authorization;
    private Duration timeout = Duration.ofSeconds(20);

    private KakaoCaller(URI base, boolean legacy, String authorization) {
        this.base = base;
        this.legacy = legacy;
        this.authorization = authorization;
    }

    static KakaoCaller current(URI base, String key) {
        return new KakaoCaller(base, false, "SECRET_KEY " + key);
    }

    static KakaoCaller legacy(URI base, String key) {
        return new KakaoCaller(base, true, "KakaoAK " + key);
    }

    static KakaoCaller with(URI base, boolean legacy, String authorization) {
        return new KakaoCaller(base, legacy, authorization);
    }

    KakaoCaller timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    Reply call(String endpoint, Map<String, Object> fields) {
        return parse(send(endpoint, request(endpoint, fields)));
    }

    HttpResponse<String> raw(String endpoint, Map<String, Object> fields) {
        return send(endpoint, request(endpoint, fields));
    }

    CompletableFuture<Reply> callAsync(String endpoint, Map<String, Object> fields) {
        return http.sendAsync(request(endpoint, fields), HttpResponse.BodyHandlers.ofString())
                .thenApply(KakaoCaller::parse);
    }

    Reply post(String path, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return parse(send(path, request.build()));
    }

    Reply get(String pathAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(timeout)
                .header("Authorization", authorization)
                .GET()
                .build();
        return parse(send(pathAndQuery, request));
    }

    /// Sends a call over a socket of its own and leaves it open, so that a test can hang up.
    Socket dial(String endpoint, Map<String, Object> fields) throws IOException {
        byte[] body = JSON.writeValueAsBytes(fields);
        String head = "POST /online/v1/payment/" + endpoint + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + authorization + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }

    private HttpRequest request(String endpoint, Map<String, Object> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + (legacy ? "/v1/payment/" : "/online/v1/payment/") + endpoint))
                .timeout(timeout);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (legacy) {
            request.header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
            return request.POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                    .build();
        }
        ObjectNode body = JSON.valueToTree(fields);
        request.header("Content-Type", "application/json");
        return request.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    static String form(Map<String, Object> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(e -> e.getKey() + "="
                                + URLEncoder.encode(String.valueOf(e.getValue()), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(String what, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply parse(HttpResponse<String> response) {
        try {
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
