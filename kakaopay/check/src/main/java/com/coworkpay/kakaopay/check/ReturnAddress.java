package com.coworkpay.kakaopay.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where KakaoPay sends the payer's browser back to: a page of this program where the address is this machine's,
/// otherwise whatever is there, and the person copies the browser's address here.
final class ReturnAddress implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>CoworkPay</title>
            <p>확인되었습니다. 이 창을 닫아도 됩니다.</p><p>Received. You may close this page.</p>
            """;

    private final URI base;
    private final BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    private final @Nullable HttpServer server;

    ReturnAddress(URI base) {
        this.base = base;
        this.server = CheckOptions.isThisMachine(base) ? listen() : null;
        if (server == null) {
            Thread.ofPlatform().daemon().name("kakaopay-check-input").start(this::readLines);
        }
    }

    private HttpServer listen() {
        int port = base.getPort() < 0 ? 80 : base.getPort();
        try {
            HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listener.createContext("/", this::receive);
            listener.start();
            return listener;
        } catch (IOException taken) {
            throw new UsageException("Port " + port + " of --return-url cannot be listened to: " + taken.getMessage()
                    + ". Choose another one, and register it with KakaoPay.");
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().toString();
            if (address.contains("/kakaopay-check/")) {
                addresses.add(address);
            }
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private void readLines() {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(addresses::add);
    }

    String hint() {
        return server == null
                ? "Afterwards copy the address that the browser ends at, paste it here and press Enter."
                : "On the computer: its browser comes back here by itself. The page waits at " + base + ".";
    }

    /// The next address a browser came back to.
    @Nullable
    String next(Duration timeout) {
        try {
            return addresses.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Conversation.StoppedException();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
