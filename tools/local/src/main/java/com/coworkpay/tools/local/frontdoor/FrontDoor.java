package com.coworkpay.tools.local.frontdoor;

import com.coworkpay.tools.local.Polling;
import com.coworkpay.tools.local.frontdoor.Routes.Owner;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The one address of the local stack: it hands each path to the service that owns it, and there to one of its
/// processes.
///
/// It keeps no log of requests: the query of a payer's way back holds a `pg_token`.
public final class FrontDoor implements AutoCloseable {
    private static final int CONNECT_LIMIT_MS = 2_000;
    /// Above the longest answer there is: an approval waits up to 15 seconds for KakaoPay.
    static final int IDLE_LIMIT_S = 60;
    private static final int MAX_CONNECTIONS_PER_PROCESS = 200;

    /// What sign-in.md promises: a person with one permission at some 300 locations.
    static final int MAX_HEADER_BYTES = 20 * 1024;

    static final int MAX_ADDRESS_BYTES = 8 * 1024;

    /// What is read at all. Whoever sends more is answered as well, but the connection ends with the answer, and a
    /// caller that is still writing may not see it.
    private static final int MAX_READ_BYTES = 256 * 1024;

    /// Between a header's name and its value, and after it.
    private static final int OF_A_LINE = ": \r\n".length();

    /// Pages of the stack itself: the landing page, and the stand-in for the portal.
    private static final Pattern OWN = Pattern.compile("/|/portal(/.*)?");

    private final HttpServer server;
    private final HttpClient client;
    private final FrontDoorSettings settings;
    private final Map<Owner, HttpProxy> passages = new EnumMap<>(Owner.class);
    private final Map<Owner, LoadBalancer> balances = new EnumMap<>(Owner.class);
    private final List<InternalProxy> inside = new ArrayList<>();
    private final Vertx vertx;

    private FrontDoor(Vertx vertx, FrontDoorSettings settings) {
        this.settings = settings;
        this.vertx = vertx;
        this.client = client(vertx);
        settings.services().forEach(this::open);
        if (!passages.keySet().containsAll(EnumSet.complementOf(EnumSet.of(Owner.CONSOLE)))) {
            throw new IllegalArgumentException("the front door needs a service for each of its routes");
        }
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost("localhost")
                .setIdleTimeout(IDLE_LIMIT_S)
                // A caller that changes to HTTP/2 without TLS would have another, smaller limit of headers.
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_READ_BYTES)
                .setMaxInitialLineLength(MAX_READ_BYTES));
        server.requestHandler(this::handle);
        server.invalidRequestHandler(FrontDoor::refuseUnreadable);
    }

    public static FrontDoor start(Vertx vertx, FrontDoorSettings settings) {
        var door = new FrontDoor(vertx, settings);
        Polling.on(door.server.listen(settings.port()), "the front door");
        return door;
    }

    static HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS_PER_PROCESS)
                .setConnectTimeout(CONNECT_LIMIT_MS)
                // At sign-in the console sets cookies as large as the headers that it takes.
                .setMaxHeaderSize(MAX_READ_BYTES)
                .setIdleTimeout(IDLE_LIMIT_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /// Opens a port by which the other services reach this one, for as long as the front door is open.
    public void openInside(String service, int port) {
        var balance = Objects.requireNonNull(balances.get(Owner.of(service)));
        inside.add(InternalProxy.start(vertx, port, balance, client, settings.maxBodyBytes()));
    }

    @Override
    public void close() {
        inside.forEach(InternalProxy::close);
        balances.values().forEach(LoadBalancer::close);
        Polling.on(server.close().compose(closed -> client.close()), "the front door's end");
    }

    private void handle(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        if (request.uri().length() > MAX_ADDRESS_BYTES) {
            Problem.ADDRESS_TOO_LONG.answer(request, "");
            return;
        }
        if (headerBytes(request) > MAX_HEADER_BYTES) {
            Problem.HEADERS_TOO_LARGE.answer(request, path);
            return;
        }
        if (announcesTooMuch(request)) {
            request.response().putHeader("connection", "close");
            Problem.TOO_LARGE.answer(request, path);
            return;
        }
        var owner = Routes.ownerOf(path);
        if (owner.isEmpty() || !passages.containsKey(owner.get())) {
            own(request, path);
            return;
        }
        Objects.requireNonNull(passages.get(owner.get())).handle(request);
    }

    /// What was read of it says nothing for sure, its path neither; and what follows on its connection is not known.
    private static void refuseUnreadable(HttpServerRequest request) {
        request.response().putHeader("connection", "close");
        request.response().endHandler(ended -> request.connection().close());
        Problem.of(request.decoderResult().cause()).answer(request, "");
    }

    private static long headerBytes(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + OF_A_LINE)
                .sum();
    }

    private void open(Upstream service) {
        var balance = new LoadBalancer(service, client, vertx);
        balances.put(Owner.of(service.name()), balance);
        passages.put(Owner.of(service.name()), ProxyHandler.fromOutside(balance, client, settings.maxBodyBytes()));
    }

    private boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        try {
            return length != null && Long.parseLong(length) > settings.maxBodyBytes();
        } catch (NumberFormatException notANumber) {
            return true;
        }
    }

    private void own(HttpServerRequest request, String path) {
        var pages = settings.pages();
        if (pages != null && OWN.matcher(path).matches()) {
            pages.handle(request);
        } else {
            Problem.NOT_FOUND.answer(request, path);
        }
    }
}
