package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.waitAtMost;

import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What is sent in each generation, and how the client behaves towards its caller.
class KakaoPayTest extends ConnectorTestBase {

    private static final RawServer.Behaviour APPROVES =
            (socket, request) -> socket.write(RawServer.http(200, Samples.APPROVE_MONEY));

    private static final MerchantAccount SECRET = Samples.account(CredentialKind.SECRET_KEY);
    private static final MerchantAccount ADMIN = Samples.account("account-2", CredentialKind.ADMIN_KEY);

    /// Two servers: a key of one kind must never get to the API of the other.
    @Test
    void eachKindOfKeySpeaksItsOwnApi() throws Exception {
        RawServer.Behaviour byPath = (socket, request) -> socket.write(RawServer.http(200, answerFor(request)));
        try (RawServer current = RawServer.start(vertx.getDelegate(), byPath);
                RawServer legacy = RawServer.start(vertx.getDelegate(), byPath);
                KakaoPay kakaoPay = new KakaoPay(vertx, KakaoPaySettings.of(current.url(), legacy.url()))) {
            for (MerchantAccount account : List.of(SECRET, ADMIN)) {
                assertThat(reason(await(kakaoPay.ready(account, Samples.readyRequest()))))
                        .isEqualTo("DONE");
                assertThat(reason(await(kakaoPay.approve(account, Samples.approveRequest()))))
                        .isEqualTo("DONE");
                assertThat(reason(await(kakaoPay.order(account, Samples.TID)))).isEqualTo("DONE");
                assertThat(reason(await(kakaoPay.cancel(account, Samples.cancelRequest()))))
                        .isEqualTo("DONE");
            }
            assertThat(current.requests())
                    .hasSize(4)
                    .allMatch(r -> r.contains("\r\nAuthorization: SECRET_KEY " + Samples.KEY + "\r\n"))
                    .allMatch(r -> r.contains("\r\nContent-Type: application/json;charset=utf-8\r\n"));
            assertThat(legacy.requests())
                    .hasSize(4)
                    .allMatch(r -> r.contains("\r\nAuthorization: KakaoAK " + Samples.KEY + "\r\n"))
                    .allMatch(r -> r.contains("\r\nContent-Type: application/x-www-form-urlencoded;charset=utf-8\r\n"));
            assertThat(current.requests().stream()
                            .map(r -> r.lines().findFirst().orElseThrow()))
                    .containsExactly(
                            "POST /online/v1/payment/ready HTTP/1.1",
                            "POST /online/v1/payment/approve HTTP/1.1",
                            "POST /online/v1/payment/order HTTP/1.1",
                            "POST /online/v1/payment/cancel HTTP/1.1");
            assertThat(legacy.requests().stream().map(r -> r.lines().findFirst().orElseThrow()))
                    .containsExactly(
                            "POST /v1/payment/ready HTTP/1.1",
                            "POST /v1/payment/approve HTTP/1.1",
                            "POST /v1/payment/order HTTP/1.1",
                            "POST /v1/payment/cancel HTTP/1.1");
        }
    }

    private static String answerFor(String request) {
        String path = request.split(" ")[1];
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "ready" -> Samples.READY_ANSWER;
            case "approve" -> Samples.APPROVE_MONEY;
            case "order" -> Samples.ORDER_ANSWER;
            case "cancel" -> Samples.CANCEL_ANSWER;
            default -> fail("unknown path " + path);
        };
    }

    @Test
    void theBodiesHoldKakaoPaysFieldNames() {
        assertThat(new JsonObject(
                                RequestFields.of(SECRET, Samples.readyRequest()).toJson())
                        .getMap())
                .containsOnlyKeys(
                        "cid",
                        "partner_order_id",
                        "partner_user_id",
                        "item_name",
                        "quantity",
                        "total_amount",
                        "tax_free_amount",
                        "vat_amount",
                        "approval_url",
                        "cancel_url",
                        "fail_url")
                .containsEntry("item_name", "회의실 2시간 & 커피 100%")
                .containsEntry("total_amount", 2200);
        assertThat(new JsonObject(RequestFields.of(SECRET, Samples.approveRequest())
                                .toJson())
                        .getMap())
                .containsEntry("pg_token", Samples.PG_TOKEN)
                .containsEntry("total_amount", 2200)
                .containsEntry("payload", "p-1")
                .containsOnlyKeys(
                        "cid", "tid", "partner_order_id", "partner_user_id", "pg_token", "total_amount", "payload");
        assertThat(new JsonObject(
                                RequestFields.of(SECRET, Samples.orderRequest()).toJson())
                        .getMap())
                .containsOnlyKeys("cid", "tid");
        assertThat(new JsonObject(RequestFields.of(SECRET, Samples.cancelRequest())
                                .toJson())
                        .getMap())
                .containsEntry("cancel_amount", 1100)
                .containsEntry("cancel_available_amount", 2200)
                .containsOnlyKeys(
                        "cid",
                        "tid",
                        "cancel_amount",
                        "cancel_tax_free_amount",
                        "cancel_vat_amount",
                        "cancel_available_amount",
                        "payload");
        String form =
                RequestFields.of(ADMIN, Samples.readyRequest()).toUrlEncoded().toString();
        assertThat(form)
                .startsWith("cid=TC0ONETIME&partner_order_id=")
                .contains("item_name=%ED%9A%8C%EC%9D%98%EC%8B%A4+2%EC%8B%9C%EA%B0%84+%26+%EC%BB%A4%ED%94%BC+100%25&")
                .contains(
                        "&approval_url=https%3A%2F%2Fpay.example.kr%2Fv1%2Freturn%2F1%2Fs%2Fapproved%3Fa%3D1%26b%3D2&");
    }

    /// A forged pg_token is text from a stranger: it stays one field.
    @Test
    void whatAStrangerPutIntoATokenStaysInItsField() {
        String evil = "x&total_amount=1\",\"total_amount\":1";
        ApproveRequest request =
                new ApproveRequest(Samples.TID, Samples.ORDER, Samples.USER, SecretText.of(evil), 2200, null);
        assertThat(RequestFields.of(SECRET, request).toUrlEncoded().toString()).containsOnlyOnce("total_amount=2200");
        assertThat(new JsonObject(RequestFields.of(SECRET, request).toJson()).getInteger("total_amount"))
                .isEqualTo(2200);
    }

    @Test
    void theBaseUrlMayHaveAPath() throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), APPROVES);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(URI.create(server.url() + "/kakaopay/")))) {
            assertThat(reason(await(kakaoPay.approve(SECRET, Samples.approveRequest()))))
                    .isEqualTo("DONE");
            assertThat(server.requests().getFirst()).startsWith("POST /kakaopay/online/v1/payment/approve HTTP/1.1");
        }
    }

    @Test
    void oneUniIsOneCallHoweverOftenItIsSubscribed() throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), APPROVES);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            Uni<Outcome<Approval>> call = kakaoPay.approve(SECRET, Samples.approveRequest());
            assertThat(server.requests())
                    .as("nothing before the first subscription")
                    .isEmpty();
            assertThat(await(call)).isSameAs(await(call));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /// A payer's browser goes away in the middle: the call goes on, its outcome is measured, and asking the same Uni
    /// later still tells it.
    @Test
    void cancellingDoesNotAbortTheCall() throws Exception {
        CompletableFuture<Runnable> answer = new CompletableFuture<>();
        List<CallListener.Call> heard = new CopyOnWriteArrayList<>();
        List<Boolean> closedEarly = new CopyOnWriteArrayList<>();
        RawServer.Behaviour holds = (socket, request) -> {
            socket.closeHandler(closed -> closedEarly.add(true));
            answer.complete(() -> socket.write(RawServer.http(200, Samples.APPROVE_MONEY)));
        };
        try (RawServer server = RawServer.start(vertx.getDelegate(), holds);
                KakaoPay kakaoPay = new KakaoPay(
                        vertx,
                        Samples.settings(server.url()).withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(8)),
                        heard::add)) {
            Uni<Outcome<Approval>> call = kakaoPay.approve(SECRET, Samples.approveRequest());
            Cancellable subscription = call.subscribe().with(ignored -> fail("cancelled"));
            Runnable answering = answer.get(5, TimeUnit.SECONDS);
            subscription.cancel();
            answering.run();
            waitAtMost(Duration.ofSeconds(5)).until(() -> heard.size() == 1);
            assertThat(heard.getFirst().outcome()).isEqualTo(CallListener.OutcomeKind.DONE);
            assertThat(closedEarly).isEmpty();
            assertThat(reason(await(call))).isEqualTo("DONE");
            assertThat(server.requests()).hasSize(1);
        }
    }

    /// Also a duplicated context, as Quarkus gives each request, and also when the call fails without a network.
    @Test
    void theOutcomeComesBackOnTheCallersContext() throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), APPROVES);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            Context plain = vertx.getDelegate().getOrCreateContext();
            Context duplicated = ((ContextInternal) plain).duplicate();
            for (Context context : List.of(plain, duplicated)) {
                CompletableFuture<Context> seen = new CompletableFuture<>();
                context.runOnContext(nothing -> kakaoPay.approve(SECRET, Samples.approveRequest())
                        .subscribe()
                        .with(outcome -> seen.complete(Vertx.currentContext())));
                assertThat(seen.get(5, TimeUnit.SECONDS)).isSameAs(context);
            }
        }
        try (KakaoPay nowhere = new KakaoPay(vertx, Samples.settings(URI.create("http://localhost:1")))) {
            Context context = ((ContextInternal) vertx.getDelegate().getOrCreateContext()).duplicate();
            CompletableFuture<Context> seen = new CompletableFuture<>();
            context.runOnContext(nothing -> nowhere.approve(SECRET, Samples.approveRequest())
                    .subscribe()
                    .with(outcome -> seen.complete(Vertx.currentContext())));
            assertThat(seen.get(5, TimeUnit.SECONDS)).isSameAs(context);
        }
    }

    @Test
    void aWorkerThreadMayCallToo() throws Exception {
        try (RawServer server = RawServer.start(vertx.getDelegate(), APPROVES);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
            Outcome<Approval> outcome = vertx.getDelegate()
                    .executeBlocking(() -> await(kakaoPay.approve(SECRET, Samples.approveRequest())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aListenerHearsEachEndAndMayFail() throws Exception {
        List<CallListener.Call> heard = new CopyOnWriteArrayList<>();
        RawServer.Behaviour refuses =
                (socket, request) -> socket.write(RawServer.http(400, Samples.error(Generation.LEGACY, -780, "8191")));
        try (RawServer server = RawServer.start(vertx.getDelegate(), refuses);
                KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()), call -> {
                    heard.add(call);
                    throw new IllegalStateException("a bug in the metrics");
                })) {
            assertThat(reason(await(kakaoPay.approve(ADMIN, Samples.approveRequest()))))
                    .isEqualTo(RefusalReason.METHOD_REFUSED);
            assertThat(heard).singleElement().satisfies(call -> {
                assertThat(call.operation()).isEqualTo("approve");
                assertThat(call.generation()).isEqualTo(CredentialKind.ADMIN_KEY);
                assertThat(call.outcome()).isEqualTo(CallListener.OutcomeKind.REFUSED);
                assertThat(call.reason()).isEqualTo("METHOD_REFUSED");
                assertThat(call.code()).isEqualTo(-780);
                assertThat(call.took()).isPositive();
            });
        }
    }

    /// Everything this JVM logs at the finest level during good and bad calls: ids yes, secrets and texts no.
    @Test
    void noSecretAndNoTextOfKakaoPayGetsIntoALog() throws Exception {
        StringBuffer log = new StringBuffer();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                log.append(logged.getMessage())
                        .append(' ')
                        .append(Arrays.toString(logged.getParameters()))
                        .append(' ')
                        .append(logged.getThrown())
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        Logger ours = Logger.getLogger("com.coworkpay.kakaopay.connector");
        ours.addHandler(handler);
        ours.setLevel(Level.ALL);
        try {
            List<RawServer.Behaviour> behaviours = List.of(
                    APPROVES,
                    (socket, request) ->
                            socket.write(RawServer.http(400, Samples.error(Generation.CURRENT, -780, "8191"))),
                    (socket, request) -> socket.write(RawServer.http(200, Samples.APPROVE_MONEY.replace("2200", "1"))),
                    (socket, request) -> socket.write(RawServer.http(200, request)),
                    (socket, request) -> socket.close());
            for (RawServer.Behaviour behaviour : behaviours) {
                try (RawServer server = RawServer.start(vertx.getDelegate(), behaviour);
                        KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(server.url()))) {
                    await(kakaoPay.approve(SECRET, Samples.approveRequest()));
                }
            }
        } finally {
            ours.removeHandler(handler);
            ours.setLevel(null);
        }
        assertThat(log.toString())
                .contains("approve", Samples.TID, Samples.ORDER, "DONE", "REFUSED", "UNKNOWN", "MISMATCH")
                .doesNotContain(Samples.KEY, Samples.PG_TOKEN, Samples.USER, "김민지", "approval failure");
        assertThat(SECRET.toString()).doesNotContain(Samples.KEY);
        assertThat(Samples.approveRequest().toString()).doesNotContain(Samples.PG_TOKEN);
    }
}
