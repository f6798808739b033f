package com.coworkpay.kakaopay.connector;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server without manners: reads whole HTTP/1.1 requests from a TCP connection and lets the test answer, or not,
/// byte by byte.
final class RawServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final NetServer server;
    private final boolean isTls;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger openConnections = new AtomicInteger();

    interface Behaviour {
        void answer(NetSocket socket, String request);
    }

    private RawServer(Vertx vertx, NetServerOptions options, Behaviour behaviour) throws Exception {
        this.isTls = options.isSsl();
        this.server = vertx.createNetServer(options);
        server.connectHandler(socket -> {
            connections.incrementAndGet();
            openConnections.incrementAndGet();
            socket.closeHandler(closed -> openConnections.decrementAndGet());
            StringBuilder received = new StringBuilder();
            socket.exceptionHandler(ignored -> {});
            socket.handler(chunk -> {
                received.append(chunk.toString(StandardCharsets.ISO_8859_1));
                String text = received.toString();
                if (isWhole(text)) {
                    requests.add(text);
                    received.setLength(0);
                    behaviour.answer(socket, text);
                }
            });
        });
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    static RawServer start(Vertx vertx, Behaviour behaviour) throws Exception {
        return new RawServer(vertx, new NetServerOptions(), behaviour);
    }

    static RawServer startTls(Vertx vertx, NetServerOptions options, Behaviour behaviour) throws Exception {
        return new RawServer(vertx, options.setSsl(true), behaviour);
    }

    private static boolean isWhole(String text) {
        int headEnd = text.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(text);
        int bodyLength = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return headEnd >= 0 && text.length() >= headEnd + 4 + bodyLength;
    }

    static String http(int status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: "
                + length + "\r\n\r\n" + body;
    }

    URI url() {
        return URI.create((isTls ? "https" : "http") + "://localhost:" + server.actualPort());
    }

    /// Whole requests that arrived, head and body.
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    int openConnections() {
        return openConnections.get();
    }

    @Override
    public void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
}
