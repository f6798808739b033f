package com.coworkpay.platform.sql;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A relay before PostgreSQL. Its connections can fall silent without being closed, as when a machine loses its power
/// and the network sends nothing back. Connections that are made later lead to PostgreSQL again, as to a new primary.
final class VanishingServer implements AutoCloseable {
    private final Vertx vertx;
    private final NetServer server;
    private final Set<NetSocket> silent = ConcurrentHashMap.newKeySet();
    private final List<NetSocket> open = new CopyOnWriteArrayList<>();

    private VanishingServer(Vertx vertx, NetServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    static VanishingServer before(Vertx vertx, String host, int port) {
        var relay = new VanishingServer(vertx, vertx.createNetServer());
        relay.server.connectHandler(client -> relay.join(client, host, port));
        Waiting.on(relay.server.listen(0, "localhost"));
        return relay;
    }

    int port() {
        return server.actualPort();
    }

    /// Whatever is sent by either side on today's connections is lost from now on, an end of it as well.
    void vanish() {
        silent.addAll(open);
        silent.forEach(NetSocket::pause);
    }

    private void join(NetSocket client, String host, int port) {
        open.add(client);
        client.pause();
        vertx.createNetClient().connect(port, host).onSuccess(postgres -> {
            client.handler(bytes -> pass(client, postgres, bytes));
            postgres.handler(bytes -> pass(client, client, bytes));
            client.closeHandler(_ -> {
                open.remove(client);
                postgres.close();
            });
            postgres.closeHandler(_ -> {
                if (!silent.contains(client)) {
                    client.close();
                }
            });
            client.resume();
        });
    }

    private void pass(NetSocket client, NetSocket to, Buffer bytes) {
        if (!silent.contains(client)) {
            to.write(bytes);
        }
    }

    @Override
    public void close() {
        Waiting.on(server.close());
    }
}
