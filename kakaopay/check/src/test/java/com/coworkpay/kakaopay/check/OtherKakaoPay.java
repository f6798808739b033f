package com.coworkpay.kakaopay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A simulator whose answers are changed on the way: a KakaoPay that is not as assumed.
final class OtherKakaoPay implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI simulator;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Plant> plants = new ArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    /// Changes the answers of a call; the status it returns is answered.
    interface Plant {
        int grow(String call, JsonNode request, int status, ObjectNode answer);
    }

    OtherKakaoPay(URI simulator) throws IOException {
        this.simulator = simulator;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void plant(Plant plant) {
        plants.add(plant);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            requests.add(path + " " + authorization + " " + new String(body, StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create(simulator + path))
                    .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            if (!authorization.equals("null")) {
                request.header("Authorization", authorization);
            }
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ObjectNode answer = (ObjectNode) JSON.readTree(response.body());
            int status = response.statusCode();
            for (Plant plant : plants) {
                status = plant.grow(path.substring(path.lastIndexOf('/') + 1), read(body), status, answer);
            }
            byte[] changed = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            response.headers().firstValue("Content-Type").orElse(""));
            exchange.sendResponseHeaders(status, changed.length);
            exchange.getResponseBody().write(changed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException form) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
