package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One merchant's trouble stays there.
class AccountGuardsTest extends ConnectorTestBase {

    private static final KakaoPaySettings.Breaker AFTER_FOUR =
            new KakaoPaySettings.Breaker(4, 0.5, Duration.ofMillis(300), 1);
    private static final KakaoPaySettings.Bulkhead TWO = new KakaoPaySettings.Bulkhead(2, 1);

    /// Requests of the sick merchant carry this CID.
    private static final String SICK = "SICKSICK01";

    private static MerchantAccount sick() {
        Credential credential = new Credential(
                CredentialKind.SECRET_KEY,
                Samples.account(CredentialKind.SECRET_KEY).credential().key(),
                1);
        return new MerchantAccount("sick", SICK, credential);
    }

    private static MerchantAccount well() {
        return Samples.account("well", CredentialKind.SECRET_KEY);
    }

    private static RawServer.Behaviour forTheSick(String answer) {
        return (socket, request) ->
                socket.write(request.contains(SICK) ? answer : RawServer.http(200, Samples.APPROVE_MONEY));
    }

    private static Object approve(KakaoPay kakaoPay, MerchantAccount account) {
        return reason(await(kakaoPay.approve(account, Samples.approveRequest())));
    }

    @Test
    void theBreakerOpensForTheSickMerchantAloneAndClosesAgain() throws Exception {
        List<String> changes = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void called(Call call) {}

            @Override
            public void breakerChanged(String accountId, boolean isOpen) {
                changes.add(accountId + (isOpen ? " open" : " not open"));
            }
        };
        List<String> answer = new CopyOnWriteArrayList<>(List.of(RawServer.http(500, "{}")));
        try (RawServer server = RawServer.start(vertx.getDelegate(), (socket, request) -> forTheSick(answer.getFirst())
                        .answer(socket, request));
                KakaoPay kakaoPay =
                        new KakaoPay(vertx, Samples.settings(server.url()).withGuards(AFTER_FOUR, TWO, 10), listener)) {
            for (int call = 0; call < 4; call++) {
                assertThat(approve(kakaoPay, sick())).isEqualTo(UnknownReason.SERVER_ERROR);
            }
            int sent = server.requests().size();
            assertThat(approve(kakaoPay, sick())).isEqualTo(NotSentReason.BREAKER_OPEN);
            assertThat(server.requests()).as("surely not sent").hasSize(sent);
            assertThat(approve(kakaoPay, well())).isEqualTo("DONE");
            assertThat(changes).containsExactly("sick open");

            answer.set(0, RawServer.http(200, Samples.APPROVE_MONEY.replace(Samples.CID, SICK)));
            waitAtMost(Duration.ofSeconds(5)).until(() -> "DONE".equals(approve(kakaoPay, sick())));
            assertThat(changes).contains("sick not open").noneMatch(change -> change.startsWith("well"));
        }
    }

    /// A merchant whose payers have no money, whose key is wrong or whose answers are strange is no sick KakaoPay.
    @ParameterizedTest
    @ValueSource(strings = {"400 -780", "400 -702", "401 -401", "429 -429", "400 -2", "302 0", "404 -404"})
    void refusalsDoNotOpenTheBreaker(String statusAndCode) throws Exception {
        int status = Integer.parseInt(statusAndCode.split(" ")[0]);
        int code = Integer.parseInt(statusAndCode.split(" ")[1]);
        String answer = RawServer.http(status, Samples.error(Generation.CURRENT, code, null));
        try (RawServer server = RawServer.start(vertx.getDelegate(), forTheSick(answer));
                KakaoPay kakaoPay =
                        new KakaoPay(vertx, Samples.settings(server.url()).withGuards(AFTER_FOUR, TWO, 10))) {
            for (int call = 0; call < 12; call++) {
                assertThat(approve(kakaoPay, sick())).isNotEqualTo(NotSentReason.BREAKER_OPEN);
            }
            assertThat(server.requests()).hasSize(12);
        }
    }

    @Test
    void failedConnectionsAndLostAnswersOpenIt() throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), (socket, request) -> socket.close());
                KakaoPay kakaoPay =
                        new KakaoPay(vertx, Samples.settings(server.url()).withGuards(AFTER_FOUR, TWO, 10))) {
            for (int call = 0; call < 4; call++) {
                assertThat(approve(kakaoPay, sick())).isEqualTo(UnknownReason.CONNECTION_LOST);
            }
            assertThat(approve(kakaoPay, sick())).isEqualTo(NotSentReason.BREAKER_OPEN);
            server.close();
            for (int call = 0; call < 4; call++) {
                assertThat(approve(kakaoPay, well())).isEqualTo(NotSentReason.CONNECT_REFUSED);
            }
            assertThat(approve(kakaoPay, well())).isEqualTo(NotSentReason.BREAKER_OPEN);
        }
    }

    /// Two are under way, one waits, the fourth is turned away unsent; the other merchant is served.
    @Test
    void theBulkheadIsPerAccountToo() throws Exception {
        ConcurrentLinkedQueue<Runnable> held = new ConcurrentLinkedQueue<>();
        RawServer.Behaviour holdsTheSick = (socket, request) -> {
            Runnable answer = () -> socket.write(RawServer.http(
                    200, Samples.APPROVE_MONEY.replace(Samples.CID, request.contains(SICK) ? SICK : Samples.CID)));
            if (request.contains(SICK)) {
                held.add(answer);
            } else {
                answer.run();
            }
        };
        KakaoPaySettings patient = Samples.settings(KakaoPaySettings.CURRENT_API)
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(8));
        try (RawServer server = RawServer.start(vertx.getDelegate(), holdsTheSick);
                KakaoPay kakaoPay = new KakaoPay(
                        vertx,
                        Samples.settings(server.url())
                                .withTimeouts(patient.connectTimeout(), patient.readTimeout())
                                .withGuards(AFTER_FOUR, TWO, 10))) {
            List<CompletableFuture<Outcome<Approval>>> calls = new ArrayList<>();
            for (int call = 0; call < 3; call++) {
                calls.add(kakaoPay.approve(sick(), Samples.approveRequest()).subscribeAsCompletionStage());
            }
            waitAtMost(Duration.ofSeconds(5)).until(() -> held.size() == 2);
            assertThat(approve(kakaoPay, sick())).isEqualTo(NotSentReason.BULKHEAD_FULL);
            assertThat(approve(kakaoPay, well())).isEqualTo("DONE");
            waitAtMost(Duration.ofSeconds(5)).until(() -> {
                for (Runnable answer = held.poll(); answer != null; answer = held.poll()) {
                    answer.run();
                }
                return calls.stream().allMatch(CompletableFuture::isDone);
            });
            assertThat(calls).allSatisfy(call -> assertThat(reason(call.get(1, TimeUnit.SECONDS)))
                    .isEqualTo("DONE"));
        }
    }

    /// A call that had to wait too long for its place is not sent: its caller may have given it up and asked KakaoPay.
    @Test
    void aCallIsNotSentLate() throws Exception {
        KakaoPaySettings.Bulkhead one = new KakaoPaySettings.Bulkhead(1, 1);
        try (RawServer silent = RawServer.start(vertx.getDelegate(), (socket, request) -> {});
                KakaoPay kakaoPay = new KakaoPay(
                        vertx,
                        Samples.settings(silent.url())
                                .withTimeouts(Duration.ofMillis(200), Duration.ofMillis(1000))
                                .withGuards(AFTER_FOUR, one, 10))) {
            var first = kakaoPay.approve(sick(), Samples.approveRequest()).subscribeAsCompletionStage();
            waitAtMost(Duration.ofSeconds(5)).until(() -> silent.requests().size() == 1);
            assertThat(approve(kakaoPay, sick())).isEqualTo(NotSentReason.BULKHEAD_FULL);
            assertThat(reason(first.get(5, TimeUnit.SECONDS))).isEqualTo(UnknownReason.TIMEOUT);
            assertThat(silent.requests()).hasSize(1);
        }
    }

    @Test
    void onlySoManyAccountsAreRemembered() {
        AccountGuards guards = new AccountGuards(
                Samples.settings(KakaoPaySettings.CURRENT_API).withGuards(AFTER_FOUR, TWO, 3), (account, open) -> {});
        Predicate<String> isSpared = account ->
                guards.run(account, () -> Uni.createFrom().item(new Transmission.NoAnswer(UnknownReason.TIMEOUT)))
                                .await()
                                .indefinitely()
                        instanceof Transmission.NeverSent;
        for (int call = 0; call < 4; call++) {
            assertThat(isSpared.test("first")).isFalse();
        }
        assertThat(isSpared.test("first")).isTrue();
        for (int other = 0; other < 50; other++) {
            assertThat(isSpared.test("other-" + other)).isFalse();
            assertThat(guards.size()).isLessThanOrEqualTo(3);
        }
        assertThat(isSpared.test("first")).as("forgotten, so it starts anew").isFalse();
    }
}
