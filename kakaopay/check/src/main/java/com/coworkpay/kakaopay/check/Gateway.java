package com.coworkpay.kakaopay.check;

import com.coworkpay.platform.secret.SecretText;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Stands between the connector and KakaoPay: spoils a request where a step asks for it, and keeps the answer as it
/// came. The connector has no key: it is put in here, so that it is written to KakaoPay's connection alone.
final class Gateway implements AutoCloseable {
    static final String NO_KEY = "KEPT-BY-THE-GATEWAY";

    /// KakaoPay itself gives up at eleven seconds.
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final URI target;
    private final SecretText key;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile UnaryOperator<Sent> change = UnaryOperator.identity();
    private volatile @Nullable Passed last;

    /// A request as it went out, and what came back; status 0 if nothing did.
    record Passed(Sent sent, int status, String contentType, String body) {}

    Gateway(URI target, SecretText key) throws IOException {
        this.target = target;
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next request is changed so on its way.
    void next(UnaryOperator<Sent> how) {
        change = how;
        last = null;
    }

    /// Null if nothing has passed since [#next].
    @Nullable
    Passed last() {
        return last;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Sent sent = change.apply(new Sent(
                    exchange.getRequestURI().getPath(),
                    authorization.replace(NO_KEY, key.reveal()),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes()));
            HttpResponse<String> answer = forward(sent);
            String contentType = answer.headers().firstValue("Content-Type").orElse("");
            last = new Passed(sent, answer.statusCode(), contentType, answer.body());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<String> forward(Sent sent) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(target + sent.path))
                .timeout(ANSWER)
                .header("Content-Type", sent.contentType)
                .header("Accept", "application/json")
                .method(
                        sent.method,
                        sent.method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        if (sent.authorization != null) {
            request.header("Authorization", sent.authorization);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            last = new Passed(sent, 0, "", "");
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
