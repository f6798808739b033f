package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each fault does what it says to the wire, and exactly what it says to the money.
class FaultTest extends SimulatorTestBase {

    private static boolean isPaid(Confirmed payment) {
        return !control.ledger(payment.orderId(), EffectKind.APPROVE).isEmpty();
    }

    private static Call lastApprove(Confirmed payment) {
        return control.calls(payment.orderId()).stream()
                .filter(c -> c.endpoint() == Endpoint.APPROVE)
                .toList()
                .getLast();
    }

    @Test
    @DisplayName("HOLD_BEFORE_EFFECT: nothing happens until release, then the effect and the answer")
    void holdBefore() {
        Confirmed payment = confirmed(1000);
        long hold = control.fault(
                Fault.of(Endpoint.APPROVE, FaultKind.HOLD_BEFORE_EFFECT).forOrder(payment.orderId()));
        assertThat(control.holding(hold)).isFalse();
        CompletableFuture<KakaoCaller.Reply> call = current.callAsync("approve", payment.approve());
        await().until(() -> control.holding(hold));
        assertThat(isPaid(payment)).isFalse();
        assertThat(status(payment)).isEqualTo("AUTH_PASSWORD");
        assertThat(lastApprove(payment).outcome()).isEqualTo(Call.HELD);
        assertThat(control.release(hold)).isEqualTo(1);
        assertThat(call.join().status()).isEqualTo(200);
        assertThat(isPaid(payment)).isTrue();
        assertThat(control.holding(hold)).isFalse();
    }

    @Test
    @DisplayName("HOLD_BEFORE_EFFECT: a caller that vanished before the release leaves no effect, and the TID free")
    void holdBeforeCallerGone() throws IOException {
        Confirmed payment = confirmed(1000);
        long hold = control.fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_BEFORE_EFFECT));
        try (Socket caller = current.dial("approve", payment.approve())) {
            await().until(() -> control.holding(hold));
            assertThat(caller.isConnected()).isTrue();
        }
        await().until(() -> !control.holding(hold));
        assertThat(control.release(hold)).isZero();
        assertThat(isPaid(payment)).isFalse();
        assertThat(lastApprove(payment).outcome()).isEqualTo("CLIENT_GONE");
        assertThat(current.call("approve", payment.approve()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("HOLD_AFTER_EFFECT: the effect at once, the answer on release")
    void holdAfter() {
        Confirmed payment = confirmed(1000);
        long hold = control.fault(
                Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forTid(payment.tid()));
        CompletableFuture<KakaoCaller.Reply> call = current.callAsync("approve", payment.approve());
        await().until(() -> control.holding(hold));
        assertThat(isPaid(payment)).isTrue();
        assertThat(status(payment)).isEqualTo("SUCCESS_PAYMENT");
        assertThat(call).isNotDone();
        control.release(hold);
        assertThat(call.join().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("HOLD_AFTER_EFFECT: a caller that vanished has paid all the same")
    void holdAfterCallerGone() throws IOException {
        Confirmed payment = confirmed(1000);
        long hold = control.fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT));
        try (Socket caller = current.dial("approve", payment.approve())) {
            await().until(() -> control.holding(hold));
            assertThat(caller.isConnected()).isTrue();
        }
        await().until(() -> !control.holding(hold));
        assertThat(isPaid(payment)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("NO_ANSWER: silence, with or without the effect")
    @CsvSource({"NO_ANSWER_BEFORE,false", "NO_ANSWER_AFTER,true"})
    void noAnswer(FaultKind kind, boolean paid) {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, kind));
        KakaoCaller impatient = KakaoCaller.current(simulator.baseUrl(), KEY).timeout(Duration.ofSeconds(1));
        assertThatThrownBy(() -> impatient.call("approve", payment.approve()))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(isPaid(payment)).isEqualTo(paid);
        assertThat(current.call("approve", payment.approve()).code()).isEqualTo(paid ? -702 : 0);
    }

    @ParameterizedTest
    @DisplayName("STATUS: an HTTP status and no JSON, with or without the effect")
    @CsvSource({"STATUS_BEFORE,503,false", "STATUS_AFTER,502,true"})
    void status(FaultKind kind, int status, boolean paid) {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, kind).httpStatus(status));
        HttpResponse<String> response = current.raw("approve", payment.approve());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("<html>");
        assertThat(isPaid(payment)).isEqualTo(paid);
    }

    @ParameterizedTest
    @DisplayName("RESET: the connection ends with RST, with or without the effect")
    @CsvSource({"RESET_BEFORE,false", "RESET_AFTER,true"})
    void reset(FaultKind kind, boolean paid) throws IOException {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, kind));
        try (Socket caller = current.dial("approve", payment.approve())) {
            assertThatThrownBy(() -> caller.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(isPaid(payment)).isEqualTo(paid);
    }

    @Test
    @DisplayName("SLOW: the effect at once, the answer later")
    void slow() {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.SLOW).delay(Duration.ofMillis(800)));
        CompletableFuture<KakaoCaller.Reply> call = current.callAsync("approve", payment.approve());
        await().until(() -> isPaid(payment));
        assertThat(call.join().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("LATE_EFFECT: the effect comes although the caller has long gone")
    void lateEffect() throws IOException {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.LATE_EFFECT).delay(Duration.ofMillis(300)));
        dialAndHangUp(payment);
        await().until(() -> isPaid(payment));
    }

    @Test
    @DisplayName("LATE_EFFECT: until it comes the TID has a deal in progress, a second call is -785")
    void lateEffectOccupies() throws IOException {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.LATE_EFFECT).delay(Duration.ofHours(1)));
        dialAndHangUp(payment);
        assertThat(isPaid(payment)).isFalse();
        assertThat(current.call("approve", payment.approve()).code()).isEqualTo(-785);
    }

    private void dialAndHangUp(Confirmed payment) throws IOException {
        try (Socket caller = current.dial("approve", payment.approve())) {
            await().until(() ->
                    control.calls(payment.orderId()).stream().anyMatch(c -> c.fault() == FaultKind.LATE_EFFECT));
            assertThat(caller.isConnected()).isTrue();
        }
    }

    @Test
    @DisplayName("DRIP: the whole answer, byte by byte")
    void drip() {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.DRIP).delay(Duration.ofMillis(1)));
        assertThat(current.call("order", payment.order()).text("tid")).isEqualTo(payment.tid());
    }

    @ParameterizedTest
    @DisplayName("CODE: any documented code with its HTTP status, without effect")
    @CsvSource({
        "-1,400",
        "-5,403",
        "-7,400",
        "-10,400",
        "-401,401",
        "-402,403",
        "-403,403",
        "-404,404",
        "-429,429",
        "-500,500",
        "-503,503",
        "-9798,503",
        "-701,400",
        "-785,400",
        "-797,400",
        "-798,400",
        "-799,400"
    })
    void code(int code, int status) {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.code(Endpoint.APPROVE, code));
        KakaoCaller.Reply reply = current.call("approve", payment.approve());
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("error_message")).isNotBlank();
        assertThat(isPaid(payment)).isFalse();
        assertThat(lastApprove(payment).outcome()).isEqualTo(Integer.toString(code));
    }

    @Test
    @DisplayName("CODE: legacy body has msg, code, extras in this order; another HTTP status on request (-780 as 500)")
    void legacyCode() {
        Confirmed payment = paid(1000);
        control.fault(Fault.code(Endpoint.CANCEL, -781, "6666").httpStatus(500));
        HttpResponse<String> response = legacy.raw("cancel", payment.cancel(1000));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .startsWith(
                        "{\"msg\":\"cancel failure!\",\"code\":-781,\"extras\":{\"method_result_code\":\"6666\",\"method_result_message\":");
        assertThat(status(payment)).isEqualTo("SUCCESS_PAYMENT");
    }

    @Test
    @DisplayName("CODE_AFTER_EFFECT: BANK_FIRM_UNKNOWN, yet the money moved")
    void codeAfterEffect() {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.code(Endpoint.APPROVE, -780, "BANK_FIRM_UNKNOWN").afterEffect());
        assertThat(current.call("approve", payment.approve()).code()).isEqualTo(-780);
        assertThat(status(payment)).isEqualTo("SUCCESS_PAYMENT");
    }

    @Test
    @DisplayName("MALFORMED_BODY, HUGE_BODY: 200 with half the JSON, or with 8 MiB; the effect is there")
    void bodies() {
        Confirmed first = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.MALFORMED_BODY));
        HttpResponse<String> half = current.raw("approve", first.approve());
        assertThat(half.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new ObjectMapper().readTree(half.body())).isInstanceOf(JsonProcessingException.class);
        Confirmed second = confirmed(1000);
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.HUGE_BODY));
        assertThat(current.raw("approve", second.approve()).body()).hasSizeGreaterThan(8 << 20);
        assertThat(isPaid(first)).isTrue();
        assertThat(isPaid(second)).isTrue();
    }

    @Test
    @DisplayName("WRONG_AMOUNT, WRONG_TID, WRONG_ORDER_ID: a plausible answer to another question")
    void wrongAnswers() {
        Confirmed payment = paid(1000);
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT));
        assertThat(current.call("order", payment.order()).krw("amount", "total"))
                .isEqualTo(2000);
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_TID));
        assertThat(current.call("order", payment.order()).text("tid")).isEqualTo("T0000000000000000000");
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_ORDER_ID));
        assertThat(current.call("order", payment.order()).text("partner_order_id"))
                .isEqualTo("another-order");
        control.fault(Fault.of(Endpoint.CANCEL, FaultKind.WRONG_AMOUNT));
        assertThat(current.call("cancel", payment.cancel(100)).krw("approved_cancel_amount", "total"))
                .isEqualTo(1100);
    }

    @Test
    @DisplayName("a fault is played only on its endpoint, TID and order, so many times, the newest first")
    void scope() {
        Confirmed one = confirmed(1000);
        Confirmed two = confirmed(1000);
        control.fault(Fault.code(Endpoint.ORDER, -500).forTid(one.tid()).times(2));
        control.fault(Fault.code(Endpoint.ORDER, -503).forOrder(one.orderId()));
        assertThat(current.call("order", two.order()).status()).isEqualTo(200);
        assertThat(current.call("approve", two.approve()).status()).isEqualTo(200);
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> current.call("order", one.order()).code()))
                .containsExactly(-503, -500, -500, 0);
        control.fault(Fault.code(Endpoint.READY, -500).forOrder("o9"));
        assertThat(current.call("ready", readyFields("o8", 1000)).status()).isEqualTo(200);
        assertThat(current.call("ready", readyFields("o9", 1000)).code()).isEqualTo(-500);
    }

    @Test
    @DisplayName("a call refused at the door meets no fault")
    void doorFirst() {
        Confirmed payment = confirmed(1000);
        control.fault(Fault.code(Endpoint.ORDER, -500));
        assertThat(KakaoCaller.current(simulator.baseUrl(), "WRONG")
                        .call("order", payment.order())
                        .code())
                .isEqualTo(-401);
        assertThat(current.call("order", payment.order()).code()).isEqualTo(-500);
    }

    private List<Integer> lots(long seed) {
        Confirmed payment = confirmed(1000);
        control.randomFaults(
                seed,
                RandomFault.code(FaultKind.CODE, 300, -500, null).on(Endpoint.ORDER),
                RandomFault.code(FaultKind.CODE, 100, -503, null));
        List<Integer> codes = IntStream.range(0, 60)
                .mapToObj(i -> current.call("order", payment.order()).code())
                .toList();
        control.clearFaults();
        return codes;
    }

    @Test
    @DisplayName("faults by lot: the same seed draws the same, another one does not; clearing ends them")
    void lot() {
        List<Integer> first = lots(42);
        assertThat(lots(42)).isEqualTo(first);
        assertThat(lots(43)).isNotEqualTo(first);
        assertThat(first).contains(0, -500, -503);
        Confirmed payment = confirmed(1000);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> current.call("order", payment.order()).code()))
                .containsOnly(0);
    }

    @Test
    @DisplayName("mistakes in a fault are refused in words")
    void mistakes() {
        assertThatThrownBy(() -> Fault.of(Endpoint.READY, FaultKind.CODE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomFault.of(FaultKind.HOLD_AFTER_EFFECT, 1)).hasMessageContaining("release");
        assertThatThrownBy(() -> control.randomFaults(
                        1, RandomFault.of(FaultKind.SLOW, 600), RandomFault.of(FaultKind.RESET_AFTER, 600)))
                .hasMessageContaining("1200 permille");
        assertThatThrownBy(() -> control.shiftClock("T0", Duration.ofMinutes(1)))
                .hasMessageContaining("no such tid");
    }

    @ParameterizedTest
    @DisplayName(
            "every kind of fault can be ordered for every endpoint that may have it, and leaves the simulator well")
    @EnumSource(FaultKind.class)
    void everyKind(FaultKind kind) {
        KakaoCaller impatient = KakaoCaller.current(simulator.baseUrl(), KEY).timeout(Duration.ofMillis(150));
        Confirmed payment = paid(1000);
        for (Endpoint endpoint : Endpoint.values()) {
            if (kind == FaultKind.OPEN_DEAL && endpoint != Endpoint.CANCEL) {
                continue;
            }
            Fault fault = new Fault(endpoint, null, null, kind, 1, -500, null, null, Duration.ofMillis(1));
            control.fault(fault);
            var fields =
                    switch (endpoint) {
                        case READY -> readyFields(newOrder(), 1000);
                        case APPROVE -> payment.approve();
                        case CANCEL -> payment.cancel(100);
                        case ORDER -> payment.order();
                    };
            try {
                assertThat(impatient.raw(endpoint.path(), fields).statusCode()).isBetween(200, 599);
            } catch (UncheckedIOException cutOff) {
                assertThat(cutOff.getCause()).isInstanceOf(IOException.class);
            }
        }
        control.clearFaults();
        await().untilAsserted(() ->
                assertThat(current.call("cancel", payment.cancel(50)).status()).isEqualTo(200));
    }

    @Test
    @DisplayName("OPEN_DEAL: answered by BANK_FIRM_UNKNOWN, nothing moves until release, then the whole of it")
    void openDeal() {
        Confirmed payment = paid(1000);
        long deal = control.fault(Fault.openDeal().forOrder(payment.orderId()));
        KakaoCaller.Reply reply = current.call("cancel", with(payment.cancel(400), "payload", "refund-1"));
        assertThat(reply.code()).isEqualTo(-781);
        assertThat(reply.body().at("/extras/method_result_code").asText()).isEqualTo("BANK_FIRM_UNKNOWN");
        assertThat(control.holding(deal)).isTrue();
        assertThat(current.call("order", payment.order()).krw("cancel_available_amount", "total"))
                .isEqualTo(1000);

        assertThat(control.release(deal)).isEqualTo(1);
        assertThat(control.ledger(payment.orderId(), EffectKind.CANCEL))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.amountKrw()).isEqualTo(400);
                    assertThat(effect.payload()).isEqualTo("refund-1");
                });
    }

    @Test
    @DisplayName("OPEN_DEAL: what was cancelled meanwhile is no hindrance; more than is left is not carried out")
    void openDealsAndOthers() {
        Confirmed payment = paid(1000);
        long deal = control.fault(Fault.openDeal().times(2));
        current.call("cancel", payment.cancel(400));
        current.call("cancel", payment.cancel(700));
        assertThat(current.call("cancel", with(payment.cancel(400), "cancel_available_amount", 1000))
                        .status())
                .isEqualTo(200);
        control.release(deal);
        assertThat(control.ledger(payment.orderId(), EffectKind.CANCEL))
                .extracting(Effect::amountKrw)
                .containsExactly(400L, 400L);
    }

    @Test
    @DisplayName("OPEN_DEAL: with a delay it is carried out by itself; a cancel that is refused anyway opens no deal")
    void openDealWithDelay() {
        Confirmed payment = paid(1000);
        control.fault(Fault.openDeal().delay(Duration.ofMillis(50)));
        assertThat(current.call("cancel", payment.cancel(400)).code()).isEqualTo(-781);
        await().until(() -> control.ledger(payment.orderId(), EffectKind.CANCEL).size() == 1);

        long none = control.fault(Fault.openDeal());
        assertThat(current.call("cancel", payment.cancel(700)).code()).isEqualTo(-710);
        assertThat(control.holding(none)).isFalse();
    }

    @Test
    @DisplayName("AS_RECORDED: this answer alone comes in the recorded shape")
    void asRecorded() {
        Confirmed payment = paid(1000);
        current.call("cancel", with(payment.cancel(400), "payload", "refund-1"));
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.AS_RECORDED).forOrder(payment.orderId()));
        JsonNode recorded = current.call("order", payment.order()).body();
        assertThat(recorded.has("item_code")).isFalse();
        assertThat(recorded.at("/payment_action_details/1").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "aid", "approved_at", "point_amount", "discount_amount", "payment_action_type");
        assertThat(current.call("order", payment.order())
                        .body()
                        .at("/payment_action_details/1/payload")
                        .asText())
                .isEqualTo("refund-1");
    }

    @Test
    @DisplayName("the recorded shape: approve with explicit nulls, order and cancel without, for one merchant alone")
    void recordedShape() {
        control.answers(CID, AnswerShape.RECORDED);
        Confirmed payment = confirmed(1000);
        JsonNode approved = current.call("approve", payment.approve()).body();
        assertThat(approved.get("sid").isNull()).isTrue();
        assertThat(approved.get("card_info").isNull()).isTrue();
        JsonNode canceled = current.call("cancel", payment.cancel(400)).body();
        assertThat(canceled.has("payload")).isFalse();
        assertThat(canceled.has("item_code")).isFalse();
        assertThat(current.call("order", payment.order())
                        .body()
                        .at("/payment_action_details/0")
                        .has("amount"))
                .isFalse();

        control.answers(CID, AnswerShape.DOCUMENTED);
        control.answers("CW99999999", AnswerShape.RECORDED);
        assertThat(current.call("order", payment.order())
                        .body()
                        .at("/payment_action_details/0")
                        .has("amount"))
                .isTrue();
    }
}
