package com.coworkpay.local.frontdoor;

import com.coworkpay.local.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/// The address by which the other services reach a service of several processes, as a Service of Kubernetes is: a port
/// of its own on this machine, every path, no routes. No path of the front door leads here.
final class InnerDoor implements AutoCloseable {
    private final HttpServer server;

    private InnerDoor(Vertx vertx, Balance balance, HttpClient client, long mostBodyBytes) {
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost("localhost")
                .setIdleTimeout(FrontDoor.IDLE_LIMIT_S)
                .setMaxHeaderSize(FrontDoor.MOST_HEADER_BYTES)
                .setMaxInitialLineLength(FrontDoor.MOST_ADDRESS_BYTES));
        server.requestHandler(Passage.inside(balance, client, mostBodyBytes));
    }

    static InnerDoor start(Vertx vertx, int port, Balance balance, HttpClient client, long mostBodyBytes) {
        var door = new InnerDoor(vertx, balance, client, mostBodyBytes);
        Waiting.on(door.server.listen(port), "an inner door");
        return door;
    }

    @Override
    public void close() {
        Waiting.on(server.close(), "an inner door's end");
    }
}
