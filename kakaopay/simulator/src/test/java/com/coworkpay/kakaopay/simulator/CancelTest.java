package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Money goes back in parts that fit, never more than was paid.
class CancelTest extends SimulatorTestBase {

    private KakaoCaller.Reply cancel(Confirmed payment, long amountKrw) {
        return current.call("cancel", payment.cancel(amountKrw));
    }

    private static void refused(KakaoCaller.Reply reply, int code) {
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(400);
    }

    private static long canceledKrw(Confirmed payment) {
        return control.ledger(payment.orderId(), EffectKind.CANCEL).stream()
                .mapToLong(Effect::amountKrw)
                .sum();
    }

    @Test
    @DisplayName("real sample of 2024-07: 1 100 of 1 100 000, VAT 100, 99 900 left")
    void partial() {
        Confirmed payment = paid(1_100_000);
        KakaoCaller.Reply reply = cancel(payment, 1100);
        assertThat(reply.text("status")).isEqualTo("PART_CANCEL_PAYMENT");
        assertThat(reply.krw("approved_cancel_amount", "vat")).isEqualTo(100);
        assertThat(reply.krw("cancel_available_amount", "total")).isEqualTo(1_098_900);
        assertThat(reply.krw("cancel_available_amount", "vat")).isEqualTo(99_900);
        assertThat(reply.krw("canceled_amount", "total")).isEqualTo(1100);
        assertThat(reply.text("canceled_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    @DisplayName("several partial cancels that reach the total give CANCEL_PAYMENT; after that -784")
    void partsReachTheWhole() {
        Confirmed payment = paid(3000);
        assertThat(cancel(payment, 1000).status()).isEqualTo(200);
        assertThat(cancel(payment, 1000).text("status")).isEqualTo("PART_CANCEL_PAYMENT");
        assertThat(cancel(payment, 1000).text("status")).isEqualTo("CANCEL_PAYMENT");
        refused(cancel(payment, 1), -784);
    }

    @Test
    @DisplayName("guard: more than is left is -710, and nothing goes back")
    void neverMoreThanLeft() {
        Confirmed payment = paid(3000);
        refused(cancel(payment, 3001), -710);
        cancel(payment, 2000);
        refused(cancel(payment, 1001), -710);
        assertThat(canceledKrw(payment)).isEqualTo(2000);
    }

    @Test
    @DisplayName("guard: fifty cancels at once never give back more than was paid")
    void neverMoreConcurrently() {
        Confirmed payment = paid(10_000);
        List<KakaoCaller.Reply> replies =
                IntStream.range(0, 50)
                        .mapToObj(i -> current.callAsync("cancel", payment.cancel(1000)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(canceledKrw(payment)).isLessThanOrEqualTo(10_000);
        assertThat(replies).filteredOn(r -> r.status() == 200).hasSize((int) (canceledKrw(payment) / 1000));
        assertThat(replies).filteredOn(r -> r.status() != 200).allSatisfy(r -> assertThat(r.code())
                .isIn(-710, -784, -785));
    }

    @Test
    @DisplayName("guard: compare-and-set by cancel_available_amount: the same cancel twice takes effect once (-722)")
    void compareAndSet() {
        Confirmed payment = paid(3000);
        Map<String, Object> refund = with(payment.cancel(1000), "cancel_available_amount", 3000);
        assertThat(current.call("cancel", refund).status()).isEqualTo(200);
        refused(current.call("cancel", refund), -722);
        assertThat(canceledKrw(payment)).isEqualTo(1000);
    }

    @Test
    @DisplayName("a second cancel while one is in progress: -785")
    void concurrent() {
        Confirmed payment = paid(3000);
        long hold = control.fault(
                Fault.of(Endpoint.CANCEL, FaultKind.HOLD_BEFORE_EFFECT).forTid(payment.tid()));
        CompletableFuture<KakaoCaller.Reply> first = current.callAsync("cancel", payment.cancel(1000));
        Awaitility.await().until(() -> control.holding(hold));
        refused(cancel(payment, 1000), -785);
        control.release(hold);
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(cancel(payment, 1000).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("not paid: -784")
    void notPaid() {
        refused(cancel(confirmed(3000), 1000), -784);
    }

    @Test
    @DisplayName("tax-free and VAT of a cancel must fit the payment's own split: -722")
    void splits() {
        Confirmed payment = confirmed(with(readyFields("o3", 12_000), "tax_free_amount", 1000), Method.MONEY);
        current.call("approve", payment.approve());
        Map<String, Object> whole = payment.cancel(12_000);
        refused(current.call("cancel", whole), -722);
        refused(current.call("cancel", with(payment.cancel(2000), "cancel_tax_free_amount", 1001)), -722);
        refused(current.call("cancel", with(payment.cancel(2000), "cancel_vat_amount", 1001)), -722);
        refused(current.call("cancel", with(payment.cancel(500), "cancel_tax_free_amount", 501)), -722);
        refused(
                current.call(
                        "cancel",
                        with(with(payment.cancel(12_000), "cancel_tax_free_amount", 1000), "cancel_vat_amount", 999)),
                -722);
        KakaoCaller.Reply done = current.call("cancel", with(whole, "cancel_tax_free_amount", 1000));
        assertThat(done.krw("approved_cancel_amount", "vat")).isEqualTo(1000);
        assertThat(done.krw("cancel_available_amount", "vat")).isZero();
    }

    @Test
    @DisplayName("property: any sequence of partial cancels without VAT adds up, and the last takes the rest")
    void anySequenceAddsUp() {
        Random random = new Random(20261122);
        for (int round = 0; round < 15; round++) {
            long totalKrw = 1 + random.nextInt(5000);
            Confirmed payment = paid(totalKrw);
            long leftKrw = totalKrw;
            while (leftKrw > 0) {
                long partKrw = 1 + random.nextLong(leftKrw);
                KakaoCaller.Reply reply =
                        current.call("cancel", with(payment.cancel(partKrw), "cancel_available_amount", leftKrw));
                assertThat(reply.status())
                        .as("%s of %s: %s", partKrw, totalKrw, reply)
                        .isEqualTo(200);
                leftKrw -= partKrw;
                assertThat(reply.krw("cancel_available_amount", "total")).isEqualTo(leftKrw);
                assertThat(reply.krw("canceled_amount", "vat") + reply.krw("cancel_available_amount", "vat"))
                        .isEqualTo(reply.krw("amount", "vat"));
            }
            assertThat(status(payment)).isEqualTo("CANCEL_PAYMENT");
        }
    }

    @Test
    @DisplayName("window: card a year (-781 with 6019), Money five (-781 with INVALID_CANCEL_STATUS)")
    void window() {
        Confirmed card = confirmed(readyFields("o4", 3000), Method.CARD);
        current.call("approve", card.approve());
        Confirmed money = paid(3000);
        control.shiftClock(card.tid(), Duration.ofDays(364));
        control.shiftClock(money.tid(), Duration.ofDays(5 * 365));
        assertThat(cancel(card, 1000).status()).isEqualTo(200);
        assertThat(cancel(money, 1000).status()).isEqualTo(200);
        control.shiftClock(card.tid(), Duration.ofDays(2));
        control.shiftClock(money.tid(), Duration.ofDays(3));
        KakaoCaller.Reply late = cancel(card, 1000);
        refused(late, -781);
        assertThat(late.body().at("/extras/method_result_code").asText()).isEqualTo("6019");
        refused(cancel(money, 1000), -781);
    }

    @Test
    @DisplayName("fields: amounts required and not negative, payload up to 200")
    void fields() {
        Confirmed payment = paid(3000);
        refused(current.call("cancel", without(payment.cancel(1000), "cancel_tax_free_amount")), -400);
        refused(current.call("cancel", without(payment.cancel(1000), "cancel_amount")), -400);
        refused(cancel(payment, 0), -400);
        refused(cancel(payment, -5), -400);
        refused(current.call("cancel", with(payment.cancel(1000), "payload", "x".repeat(201))), -400);
        refused(current.call("cancel", with(payment.cancel(1000), "tid", "T0000000000000000000")), -721);
    }

    @Test
    @DisplayName("a payment made at one generation is cancelled through the other")
    void acrossGenerations() {
        Confirmed payment = paid(3000);
        assertThat(legacy.call("cancel", payment.cancel(3000)).text("status")).isEqualTo("CANCEL_PAYMENT");
    }
}
