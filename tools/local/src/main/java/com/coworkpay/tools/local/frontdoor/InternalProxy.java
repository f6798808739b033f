package com.coworkpay.tools.local.frontdoor;

import com.coworkpay.tools.local.Polling;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/// The address by which the other services reach a service of several processes, as a Service of Kubernetes is: a port
/// of its own on this machine, every path, no routes. No path of the front door leads here.
final class InternalProxy implements AutoCloseable {
    private final HttpServer server;

    private InternalProxy(Vertx vertx, LoadBalancer balance, HttpClient client, long maxBodyBytes) {
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost("localhost")
                .setIdleTimeout(FrontDoor.IDLE_LIMIT_S)
                .setMaxHeaderSize(FrontDoor.MAX_HEADER_BYTES)
                .setMaxInitialLineLength(FrontDoor.MAX_ADDRESS_BYTES));
        server.requestHandler(ProxyHandler.inside(balance, client, maxBodyBytes));
    }

    static InternalProxy start(Vertx vertx, int port, LoadBalancer balance, HttpClient client, long maxBodyBytes) {
        var door = new InternalProxy(vertx, balance, client, maxBodyBytes);
        Polling.on(door.server.listen(port), "an inner door");
        return door;
    }

    @Override
    public void close() {
        Polling.on(server.close(), "an inner door's end");
    }
}
