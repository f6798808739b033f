package com.coworkpay.local.frontdoor;

import com.coworkpay.local.Waiting;
import com.coworkpay.local.frontdoor.Routes.Owner;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The one address of the local stack: it hands each path to the service that owns it.
///
/// It keeps no log of requests: the query of a payer's way back holds a `pg_token`.
public final class FrontDoor implements AutoCloseable {
    private static final int CONNECT_LIMIT_MS = 2_000;
    /// Above the longest answer there is: an approval waits up to 15 seconds for KakaoPay.
    private static final int IDLE_LIMIT_S = 60;
    private static final int MOST_CONNECTIONS_PER_SERVICE = 200;

    private final HttpServer server;
    private final HttpClient client;
    private final FrontDoorSettings settings;
    private final Map<Owner, HttpProxy> passages;

    private FrontDoor(Vertx vertx, FrontDoorSettings settings) {
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS_PER_SERVICE)
                .setConnectTimeout(CONNECT_LIMIT_MS)
                .setIdleTimeout(IDLE_LIMIT_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        this.passages = passages(settings, client);
        this.server = vertx.createHttpServer(
                new HttpServerOptions().setHost("localhost").setIdleTimeout(IDLE_LIMIT_S));
        server.requestHandler(this::handle);
    }

    public static FrontDoor start(Vertx vertx, FrontDoorSettings settings) {
        var door = new FrontDoor(vertx, settings);
        Waiting.on(door.server.listen(settings.port()), "the front door");
        return door;
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    @Override
    public void close() {
        Waiting.on(server.close().compose(closed -> client.close()), "the front door's end");
    }

    private void handle(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        if (announcesTooMuch(request)) {
            Problem.TOO_LARGE.answer(request.response().putHeader("connection", "close"), path);
            return;
        }
        var owner = Routes.ownerOf(path);
        if (owner.isEmpty()) {
            own(request, path);
            return;
        }
        Objects.requireNonNull(passages.get(owner.get())).handle(request);
    }

    private static Map<Owner, HttpProxy> passages(FrontDoorSettings settings, HttpClient client) {
        var passages = new EnumMap<Owner, HttpProxy>(Owner.class);
        for (Upstream service : settings.services()) {
            passages.put(Owner.of(service.name()), Passage.to(service, client, settings.mostBodyBytes()));
        }
        if (passages.size() < Owner.values().length) {
            throw new IllegalArgumentException("the front door needs a service for each of its routes");
        }
        return passages;
    }

    private boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        try {
            return length != null && Long.parseLong(length) > settings.mostBodyBytes();
        } catch (NumberFormatException notANumber) {
            return true;
        }
    }

    private void own(HttpServerRequest request, String path) {
        switch (path) {
            case "/" -> html(request, Landing.home(settings.issuer(), settings.simulator()));
            case "/portal", "/portal/", "/portal/paid" -> html(request, Landing.portal());
            default -> Problem.NOT_FOUND.answer(request.response(), path);
        }
    }

    private static void html(HttpServerRequest request, String page) {
        request.response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("x-content-type-options", "nosniff")
                .end(page);
    }
}
