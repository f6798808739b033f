package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlEndpointTest {
    private final List<List<String>> rolled = new CopyOnWriteArrayList<>();
    private final List<String> killed = new CopyOnWriteArrayList<>();
    private final ControlEndpoint door = ControlEndpoint.start(
            "the-token",
            Services.NAMES,
            (services, tell) -> {
                rolled.add(services);
                if (services.contains(Services.REFUND) && services.size() == 1) {
                    throw new StackException("refund-service did not come back");
                }
                tell.accept("one is back");
            },
            killed::add);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void tellsHowItGoesAndThatItIsDone() throws Exception {
        assertThat(post("/roll", "the-token").body().lines()).containsExactly("one is back", "DONE");
        assertThat(post("/roll/payment-service", "the-token").statusCode()).isEqualTo(200);
        assertThat(rolled).containsExactly(Services.NAMES, List.of(Services.PAYMENT));
    }

    @Test
    void tellsWhatFailed() throws Exception {
        assertThat(post("/roll/refund-service", "the-token").body().lines())
                .containsExactly("FAILED refund-service did not come back");
    }

    @Test
    void killsOneServiceAndNeverAll() throws Exception {
        assertThat(post("/kill/refund-service", "the-token").body().lines()).containsExactly("DONE");
        assertThat(post("/kill", "the-token").statusCode()).isEqualTo(404);
        assertThat(post("/kill/kafka", "the-token").statusCode()).isEqualTo(404);
        assertThat(post("/kill/payment-service", "another").statusCode()).isEqualTo(401);
        assertThat(killed).containsExactly(Services.REFUND);
        assertThat(rolled).isEmpty();
    }

    @Test
    void nobodyElseCommands() throws Exception {
        assertThat(post("/roll", "another").statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(door.uri().resolve("/roll")).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(rolled).isEmpty();
    }

    @Test
    void knowsNoOtherServiceAndNoOtherMethod() throws Exception {
        assertThat(post("/roll/kafka", "the-token").statusCode()).isEqualTo(404);
        assertThat(send(authorized("/roll", "the-token").GET()).statusCode()).isEqualTo(404);
        assertThat(rolled).isEmpty();
    }

    private HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return send(authorized(path, token).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder authorized(String path, String token) {
        return HttpRequest.newBuilder(door.uri().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
