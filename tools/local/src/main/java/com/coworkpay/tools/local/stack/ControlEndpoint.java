package com.coworkpay.tools.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Takes the commands of this machine's user for the stack that runs: `POST /roll/{service}` or `/roll`, and
/// `POST /kill/{service}`, which ends the service's first process with -9; its supervisor starts it again. On the
/// loopback address only, with a token that only the owner of the state folder can read.
///
/// The answer is what is said on the way, line by line; the last line is `DONE` or begins with `FAILED`. A command goes
/// on to its end, also when nobody listens any more.
public final class ControlEndpoint implements AutoCloseable {
    public static final String DONE = "DONE";
    public static final String FAILED = "FAILED ";
    public static final String ROLL = "/roll";
    public static final String KILL = "/kill";

    /// Restarts the processes of these services and tells how it goes.
    interface Roll {
        void of(List<String> services, Consumer<String> progress);
    }

    private final HttpServer server;
    private final byte[] bearer;
    private final List<String> programs;
    private final Roll roll;
    private final Consumer<String> kill;

    private ControlEndpoint(HttpServer server, String token, List<String> programs, Roll roll, Consumer<String> kill) {
        this.server = server;
        this.programs = programs;
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.roll = roll;
        this.kill = kill;
    }

    /// @param programs that run, by their names
    /// @param kill ends a service's first process
    static ControlEndpoint start(String token, List<String> programs, Roll roll, Consumer<String> kill) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var door = new ControlEndpoint(server, token, programs, roll, kill);
            server.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().name("control-", 0).daemon().factory()));
            server.createContext(ROLL, door::handle);
            server.createContext(KILL, door::handle);
            server.start();
            return door;
        } catch (IOException failed) {
            throw new StackException("Commands cannot be taken: " + failed.getMessage(), failed);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!MessageDigest.isEqual(bearer, given.getBytes(StandardCharsets.UTF_8))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var services = servicesOf(exchange.getRequestURI().getPath());
            if (services.isEmpty() || !exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            var out = new PrintStream(exchange.getResponseBody(), true, StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().startsWith(KILL)) {
                services.forEach(kill);
                out.println(DONE);
            } else {
                roll(services, out);
            }
        }
    }

    /// A stream that nobody reads any more takes lines all the same.
    private void roll(List<String> services, PrintStream out) {
        try {
            roll.of(services, out::println);
            out.println(DONE);
        } catch (RuntimeException failed) {
            out.println(FAILED + String.valueOf(failed.getMessage()).replace('\n', ' '));
        }
    }

    private List<String> servicesOf(String path) {
        if (path.equals(ROLL)) {
            return programs;
        }
        return programs.stream()
                .filter(service -> path.equals(ROLL + "/" + service) || path.equals(KILL + "/" + service))
                .toList();
    }
}
