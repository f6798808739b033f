package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Polling;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The services, the issuer and the simulator in one: they say what they were told to say.
final class StubSuite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body) {}

    record Asked(String line, String idempotencyKey, String language, String body) {}

    StubSuite(Vertx vertx) {
        server =
                Polling.on(vertx.createHttpServer().requestHandler(this::answer).listen(0, "localhost"), "the stub");
        says("/token", 200, new JsonObject().put("access_token", "t0p-s3cret").encode());
    }

    URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /// @param path without its query
    void says(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(each -> each.line().contains(path)).toList();
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            asked.add(new Asked(
                    request.method() + " " + request.uri(),
                    request.getHeader("idempotency-key"),
                    request.getHeader("accept-language"),
                    body.toString()));
            var answer = answers.getOrDefault(request.path(), new Answer(503, "{}"));
            request.response().setStatusCode(answer.status()).end(answer.body());
        });
    }

    @Override
    public void close() {
        Polling.on(server.close(), "the stub's end");
    }
}
