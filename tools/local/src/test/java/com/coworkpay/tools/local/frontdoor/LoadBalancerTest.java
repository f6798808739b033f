package com.coworkpay.tools.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.Polling;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service of two processes behind a door.
class LoadBalancerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process first = new Process("first");
    private final Process second = new Process("second");
    private URI inside;
    private final io.vertx.core.http.HttpClient client = FrontDoor.client(vertx);
    private LoadBalancer balance;
    private InternalProxy door;

    @BeforeEach
    void start() throws IOException {
        first.start();
        second.start();
        int port = freePort();
        inside = URI.create("http://localhost:" + port);
        balance = new LoadBalancer(
                new Upstream("payment-service", List.of(first.server.actualPort(), second.server.actualPort())),
                client,
                vertx);
        door = InternalProxy.start(vertx, port, balance, client, FrontDoorSettings.ONE_MEBIBYTE);
    }

    @AfterEach
    void stop() {
        door.close();
        balance.close();
        Polling.on(vertx.close(), "vertx");
    }

    @Test
    void bothGetRequestsInTurn() {
        assertThat(IntStream.range(0, 4).mapToObj(number -> get().body()))
                .containsExactlyInAnyOrder("first", "second", "first", "second");
    }

    @Test
    void oneThatSaysItIsNotReadyGetsNoneUntilItIs() {
        first.ready = false;
        await().atMost(LIMIT).until(() -> onlyAnswers("second"));
        first.ready = true;
        await().atMost(LIMIT).until(() -> !onlyAnswers("second"));
    }

    @Test
    void whereNoneIsReadyTheyAnswerForThemselves() {
        first.ready = false;
        second.ready = false;
        await().atMost(LIMIT).until(() -> first.asked > 1 && second.asked > 1);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedConnectionIsTriedElsewhereForWritesToo() {
        first.stop();
        for (int number = 0; number < 4; number++) {
            assertThat(post().body()).isEqualTo("second");
        }
    }

    @Test
    void aReadThatWasBrokenOffIsAskedElsewhere() {
        first.breaksOff = true;
        for (int number = 0; number < 4; number++) {
            assertThat(get().body()).isEqualTo("second");
        }
        assertThat(first.reached).isPositive();
    }

    @Test
    void aWriteThatWasBrokenOffIsNeverSentTwice() {
        first.breaksOff = true;
        second.breaksOff = true;
        assertThat(post().statusCode()).isEqualTo(502);
        assertThat(first.reached + second.reached).isEqualTo(1);
        var withoutBody = HttpRequest.newBuilder(inside.resolve("/internal/anything"));
        assertThat(send(withoutBody.POST(BodyPublishers.noBody()).build()).statusCode())
                .isEqualTo(502);
        assertThat(first.reached + second.reached).isEqualTo(2);
    }

    private boolean onlyAnswers(String name) {
        return IntStream.range(0, 4).allMatch(number -> get().body().equals(name));
    }

    private HttpResponse<String> get() {
        return send(HttpRequest.newBuilder(inside.resolve("/internal/anything")).build());
    }

    private HttpResponse<String> post() {
        return send(HttpRequest.newBuilder(inside.resolve("/internal/anything"))
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private final class Process {
        private final String name;
        private final HttpServer server;
        private volatile boolean ready = true;
        private volatile boolean breaksOff;
        private volatile int asked;
        private volatile int reached;

        Process(String name) {
            this.name = name;
            this.server = vertx.createHttpServer();
        }

        void start() {
            server.requestHandler(this::handle);
            Polling.on(server.listen(0, "localhost"), name);
        }

        void stop() {
            Polling.on(server.close(), name);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one event loop counts
        private void handle(HttpServerRequest request) {
            if (request.path().equals("/q/health/ready")) {
                asked++;
                request.response().setStatusCode(ready ? 200 : 503).end();
                return;
            }
            reached++;
            if (breaksOff) {
                request.connection().close();
            } else {
                request.response().end(name);
            }
        }
    }
}
