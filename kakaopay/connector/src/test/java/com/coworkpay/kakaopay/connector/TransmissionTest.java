package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The line between "surely not sent" and "perhaps sent", over real sockets. Money calls only: approve.
class TransmissionTest extends ConnectorTestBase {

    private static Outcome<Approval> approve(URI url) {
        return approve(Samples.settings(url));
    }

    private static Outcome<Approval> approve(KakaoPaySettings settings) {
        try (KakaoPay kakaoPay = new KakaoPay(vertx, settings)) {
            return await(kakaoPay.approve(Samples.account(CredentialKind.SECRET_KEY), Samples.approveRequest()));
        }
    }

    @Test
    void nobodyListensIsNotSent() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }
        Outcome<Approval> outcome = approve(URI.create("http://localhost:" + port));
        assertThat(outcome).isEqualTo(new Outcome.NotSent<>(NotSentReason.CONNECT_REFUSED, null));
    }

    @Test
    void aHostThatDoesNotExistIsNotSent() {
        Outcome<Approval> outcome = approve(URI.create("https://kakaopay.invalid"));
        assertThat(reason(outcome)).isIn(NotSentReason.HOST_UNKNOWN, NotSentReason.CONNECT_TIMEOUT);
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
    }

    /// Each of these has read the whole request: the effect may have happened.
    @ParameterizedTest(name = "{0}")
    @MethodSource("badEnds")
    void whateverHappensAfterSendingIsUnknown(String name, UnknownReason expected, RawServer.Behaviour behaviour)
            throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), behaviour)) {
            Outcome<Approval> outcome = approve(Samples.settings(server.url()).withMaxBodyBytes(4096));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(reason(outcome)).isEqualTo(expected);
            assertThat(server.requests()).as("sent once, never again").hasSize(1);
        }
    }

    static Stream<Arguments> badEnds() {
        String success = RawServer.http(200, Samples.APPROVE_MONEY);
        String half = success.substring(0, success.length() - 40);
        return Stream.of(
                bad("closed without an answer", UnknownReason.CONNECTION_LOST, (socket, r) -> socket.close()),
                bad("reset", UnknownReason.CONNECTION_LOST, (socket, r) -> reset(socket)),
                bad("silence", UnknownReason.TIMEOUT, (socket, r) -> {}),
                bad(
                        "closed in the head",
                        UnknownReason.CONNECTION_LOST,
                        (socket, r) -> socket.end(Buffer.buffer("HTTP/1.1 200 O"))),
                bad(
                        "closed in the body",
                        UnknownReason.CONNECTION_LOST,
                        (socket, r) -> socket.end(Buffer.buffer(half))),
                bad("stops in the body", UnknownReason.TIMEOUT, (socket, r) -> socket.write(half)),
                bad("drips", UnknownReason.TIMEOUT, (socket, r) -> drip(socket, success)),
                bad(
                        "drips the head",
                        UnknownReason.TIMEOUT,
                        (socket, r) -> drip(socket, "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(99))),
                bad(
                        "huge",
                        UnknownReason.ANSWER_TOO_LARGE,
                        (socket, r) -> socket.write(RawServer.http(200, " ".repeat(5000)))),
                bad("endless", UnknownReason.ANSWER_TOO_LARGE, (socket, r) -> endless(socket)),
                bad("not HTTP", UnknownReason.CONNECTION_LOST, (socket, r) -> socket.write("SSH-2.0-OpenSSH\r\n\r\n")),
                bad(
                        "no JSON",
                        UnknownReason.MALFORMED_ANSWER,
                        (socket, r) -> socket.write(RawServer.http(200, "<html>ok</html>"))),
                bad("empty", UnknownReason.MALFORMED_ANSWER, (socket, r) -> socket.write(RawServer.http(200, ""))),
                bad(
                        "truncated by the length",
                        UnknownReason.MALFORMED_ANSWER,
                        (socket, r) -> socket.write(RawServer.http(200, Samples.APPROVE_MONEY.substring(0, 200)))),
                bad(
                        "500 after all",
                        UnknownReason.SERVER_ERROR,
                        (socket, r) -> socket.write(RawServer.http(500, Samples.APPROVE_MONEY))),
                bad(
                        "other tid",
                        UnknownReason.MISMATCH,
                        (socket, r) -> socket.write(RawServer.http(
                                200, Samples.APPROVE_MONEY.replace(Samples.TID, "T0000000000000000001")))),
                bad(
                        "redirect",
                        UnknownReason.UNDOCUMENTED_ANSWER,
                        (socket, r) -> socket.write(
                                "HTTP/1.1 307 Elsewhere\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n")));
    }

    private static Arguments bad(String name, UnknownReason expected, RawServer.Behaviour behaviour) {
        return Arguments.of(name, expected, behaviour);
    }

    private static void reset(NetSocket socket) {
        ((NetSocketInternal) socket).channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        socket.close();
    }

    /// One byte every 20 ms: each arrives well within any idle time-out.
    private static void drip(NetSocket socket, String text) {
        AtomicInteger at = new AtomicInteger();
        vertx.getDelegate().setPeriodic(20, timer -> {
            int index = at.getAndIncrement();
            if (index >= text.length()
                    || socket.write(text.substring(index, index + 1)).failed()) {
                vertx.cancelTimer(timer);
            }
        });
    }

    private static void endless(NetSocket socket) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        vertx.getDelegate().setPeriodic(5, timer -> {
            if (socket.write("400\r\n" + " ".repeat(1024) + "\r\n").failed()) {
                vertx.cancelTimer(timer);
            }
        });
    }

    /// The late answer of a call that timed out must not become the answer of the next one.
    @Test
    void aLateAnswerIsNotTakenForTheNextCalls() throws Exception {
        AtomicInteger number = new AtomicInteger();
        RawServer.Behaviour firstOneLate = (socket, request) -> {
            if (number.getAndIncrement() == 0) {
                vertx.getDelegate().setTimer(700, t -> socket.write(RawServer.http(200, Samples.APPROVE_CARD_LEGACY)));
            } else {
                socket.write(RawServer.http(200, Samples.APPROVE_MONEY));
            }
        };
        try (RawServer server = RawServer.start(vertx.getDelegate(), firstOneLate);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            MerchantAccount account = Samples.account(CredentialKind.SECRET_KEY);
            assertThat(reason(await(kakaoPay.approve(account, Samples.approveRequest()))))
                    .isEqualTo(UnknownReason.TIMEOUT);
            Outcome<Approval> second = await(kakaoPay.approve(account, Samples.approveRequest()));
            assertThat(second).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.value())
                    .extracting("method")
                    .isEqualTo(PaymentMethod.MONEY));
            assertThat(server.connections()).isEqualTo(2);
            waitAtMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(server.openConnections())
                    .as("a call that timed out holds no connection")
                    .isEqualTo(1));
        }
    }

    /// The server closes a kept-alive connection while it is idle: the client has seen it and takes a new one.
    @Test
    void aConnectionClosedWhileIdleIsNotUsedAgain() throws Exception {
        RawServer.Behaviour closesAfterAnswer =
                (socket, request) -> socket.end(Buffer.buffer(RawServer.http(200, Samples.APPROVE_MONEY)));
        try (RawServer server = RawServer.start(vertx.getDelegate(), closesAfterAnswer);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            MerchantAccount account = Samples.account(CredentialKind.SECRET_KEY);
            assertThat(await(kakaoPay.approve(account, Samples.approveRequest())))
                    .isInstanceOf(Outcome.Done.class);
            waitAtMost(Duration.ofSeconds(5)).until(() -> server.openConnections() == 0);
            assertThat(await(kakaoPay.approve(account, Samples.approveRequest())))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests()).hasSize(2);
        }
    }

    /// The server closes a kept-alive connection just when a request arrives on it: the request may have been read, so
    /// it is unknown, and it is not repeated on a new connection.
    @Test
    void aConnectionClosedWhileARequestIsOnItsWayIsUnknown() throws Exception {
        AtomicInteger number = new AtomicInteger();
        RawServer.Behaviour closesOnSecond = (socket, request) -> {
            if (number.getAndIncrement() == 0) {
                socket.write(RawServer.http(200, Samples.APPROVE_MONEY));
            } else {
                reset(socket);
            }
        };
        try (RawServer server = RawServer.start(vertx.getDelegate(), closesOnSecond);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            Context loop = vertx.getDelegate().getOrCreateContext();
            Executor oneLoop = task -> loop.runOnContext(nothing -> task.run());
            MerchantAccount account = Samples.account(CredentialKind.SECRET_KEY);
            assertThat(await(kakaoPay.approve(account, Samples.approveRequest())))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(reason(await(
                            kakaoPay.approve(account, Samples.approveRequest()).runSubscriptionOn(oneLoop))))
                    .isEqualTo(UnknownReason.CONNECTION_LOST);
            assertThat(server.connections()).as("on the kept connection").isEqualTo(1);
            assertThat(server.requests()).as("not sent again").hasSize(2);
        }
    }

    /// All connections are busy: a call that finds no place in time was not sent.
    @Test
    void noPlaceInThePoolInTimeIsNotSent() throws Exception {
        try (RawServer silent = RawServer.start(vertx.getDelegate(), (socket, request) -> {})) {
            KakaoPaySettings base = Samples.settings(silent.url());
            KakaoPaySettings one = new KakaoPaySettings(
                    base.currentApi(),
                    base.legacyApi(),
                    Duration.ofMillis(200),
                    Duration.ofMillis(1500),
                    base.maxBodyBytes(),
                    1,
                    base.keepAlive(),
                    base.breaker(),
                    base.bulkhead(),
                    base.maxAccounts(),
                    false);
            try (KakaoPay kakaoPay = new KakaoPay(vertx, one)) {
                MerchantAccount account = Samples.account(CredentialKind.SECRET_KEY);
                var first = kakaoPay.approve(account, Samples.approveRequest()).subscribeAsCompletionStage();
                waitAtMost(Duration.ofSeconds(5)).until(() -> silent.requests().size() == 1);
                assertThat(reason(await(kakaoPay.approve(account, Samples.approveRequest()))))
                        .isEqualTo(NotSentReason.CONNECT_TIMEOUT);
                assertThat(reason(first.get(5, TimeUnit.SECONDS))).isEqualTo(UnknownReason.TIMEOUT);
                assertThat(silent.requests()).hasSize(1);
            }
        }
    }
}
