package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Money moves once per TID, and only after the payer's password, in time, with the right fields.
class ApproveTest extends SimulatorTestBase {

    private void refused(Confirmed payment, Map<String, Object> fields, int code) {
        KakaoCaller.Reply reply = current.call("approve", fields);
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(control.ledger(payment.orderId(), EffectKind.APPROVE)).hasSizeLessThan(2);
    }

    @Test
    @DisplayName("guard: a TID is paid once; the second approve is -702")
    void paysOnce() {
        Confirmed payment = paid(2200);
        refused(payment, payment.approve(), -702);
        assertThat(control.ledger(payment.orderId(), EffectKind.APPROVE)).hasSize(1);
    }

    @Test
    @DisplayName("guard: fifty approvals of one TID at once move money once; the others get -702 or -785")
    void paysOnceConcurrently() {
        Confirmed payment = confirmed(2200);
        List<KakaoCaller.Reply> replies =
                IntStream.range(0, 50).mapToObj(i -> current.callAsync("approve", payment.approve())).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(replies).filteredOn(r -> r.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(r -> r.status() != 200).allSatisfy(r -> assertThat(r.code())
                .isIn(-702, -785));
        assertThat(control.ledger(payment.orderId(), EffectKind.APPROVE)).hasSize(1);
    }

    @Test
    @DisplayName("fifty payments at once: each is paid once")
    void manyAtOnce() {
        List<Confirmed> payments =
                IntStream.range(0, 50).mapToObj(i -> confirmed(1000 + i)).toList();
        List<KakaoCaller.Reply> replies =
                payments.stream().map(p -> current.callAsync("approve", p.approve())).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(replies).extracting(KakaoCaller.Reply::status).containsOnly(200);
        assertThat(control.ledger())
                .filteredOn(e -> e.kind() == EffectKind.APPROVE)
                .hasSize(50);
    }

    @Test
    @DisplayName("before the password: -701 with extras 9999")
    void tooEarly() {
        KakaoCaller.Reply ready = current.call("ready", readyFields("o1", 1000));
        Confirmed payment = new Confirmed(ready.text("tid"), "o1", "00", ready.text("next_redirect_pc_url"));
        refused(payment, payment.approve(), -701);
        control.choose(payment.redirectUrl(), Method.CARD);
        KakaoCaller.Reply reply = legacy.call("approve", payment.approve());
        assertThat(reply.code()).isEqualTo(-701);
        assertThat(reply.body().at("/extras/method_result_code").asText()).isEqualTo("9999");
        assertThat(reply.text("msg")).isEqualTo("authentication doesn't complete!");
    }

    @Test
    @DisplayName("another order id -706, another user id -707, another pg_token -708, another total -725")
    void mismatches() {
        Confirmed payment = confirmed(2200);
        refused(payment, with(payment.approve(), "partner_order_id", "x"), -706);
        refused(payment, with(payment.approve(), "partner_user_id", "x"), -707);
        refused(payment, with(payment.approve(), "pg_token", "0".repeat(20)), -708);
        refused(payment, with(payment.approve(), "pg_token", confirmed(2200).pgToken()), -708);
        refused(payment, with(payment.approve(), "total_amount", 2201), -725);
        refused(payment, without(payment.approve(), "pg_token"), -400);
        refused(payment, with(payment.approve(), "payload", "x".repeat(201)), -400);
        assertThat(current.call("approve", with(payment.approve(), "total_amount", "2200"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("an unknown TID, and another CID's TID: -721")
    void unknownTid() {
        Confirmed payment = confirmed(2200);
        refused(payment, with(payment.approve(), "tid", "T0000000000000000000"), -721);
        control.merchant(Merchant.of("CW00000002").secretKey(KEY).domain(SITE));
        refused(payment, with(payment.approve(), "cid", "CW00000002"), -721);
        assertThat(current.call("order", with(payment.order(), "cid", "CW00000002"))
                        .code())
                .isEqualTo(-721);
    }

    @Test
    @DisplayName("15 minutes from ready by the TID's own clock: -723, before every other reason")
    void expired() {
        Confirmed payment = confirmed(2200);
        Confirmed other = confirmed(2200);
        control.shiftClock(payment.tid(), Duration.ofMinutes(14));
        control.shiftClock(payment.tid(), Duration.ofMinutes(1));
        refused(payment, with(payment.approve(), "partner_order_id", "x"), -723);
        assertThat(status(payment)).isEqualTo("AUTH_PASSWORD");
        assertThat(current.call("approve", other.approve()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a paid TID does not expire: -702 after an hour, too")
    void paidDoesNotExpire() {
        Confirmed payment = paid(2200);
        control.shiftClock(payment.tid(), Duration.ofHours(1));
        refused(payment, payment.approve(), -702);
    }

    @Test
    @DisplayName("the payer stopped: -783, until they pay after all")
    void quit() {
        Confirmed payment = confirmed(2200);
        assertThat(control.abort(payment.redirectUrl())).isEqualTo(SITE + "/v1/return/p1/s/canceled");
        refused(payment, payment.approve(), -783);
        assertThat(status(payment)).isEqualTo("QUIT_PAYMENT");
        assertThat(control.pay(payment.redirectUrl(), Method.MONEY)).endsWith("pg_token=" + payment.pgToken());
        assertThat(current.call("approve", payment.approve()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("-780 by the method ends the payment: FAIL_PAYMENT, then -783; the page says so")
    void refusedByMethod() {
        Confirmed payment = confirmed(2200);
        control.fault(Fault.code(Endpoint.APPROVE, -780, "0002").forOrder(payment.orderId()));
        KakaoCaller.Reply reply = current.call("approve", payment.approve());
        assertThat(reply.code()).isEqualTo(-780);
        assertThat(reply.body().at("/extras/method_result_code").asText()).isEqualTo("0002");
        assertThat(status(payment)).isEqualTo("FAIL_PAYMENT");
        refused(payment, payment.approve(), -783);
        assertThat(control.open(payment.redirectUrl())).contains("결제가 거절되었습니다");
    }

    @Test
    @DisplayName("-780 with USER_LOCKED or BANK_FIRM_UNKNOWN leaves the payment as it was")
    void notEndedByBusyMethod() {
        Confirmed payment = confirmed(2200);
        for (String open : List.of("USER_LOCKED", "BANK_FIRM_UNKNOWN")) {
            control.fault(Fault.code(Endpoint.APPROVE, -780, open));
            refused(payment, payment.approve(), -780);
            assertThat(status(payment)).isEqualTo("AUTH_PASSWORD");
        }
        assertThat(current.call("approve", payment.approve()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("by card: card_info with string instalment, Korean words; the legacy answer has four more fields")
    void cardInfo() {
        Confirmed payment = confirmed(with(readyFields("o2", 60_000), "install_month", 3), Method.CARD);
        KakaoCaller.Reply reply = current.call("approve", payment.approve());
        assertThat(reply.text("payment_method_type")).isEqualTo("CARD");
        assertThat(reply.body().at("/card_info/install_month").asText()).isEqualTo("03");
        assertThat(reply.body().at("/card_info/card_type").asText()).isEqualTo("신용");
        assertThat(reply.body().at("/card_info/kakaopay_issuer_corp").asText()).isEqualTo("신한");
        assertThat(reply.body().at("/card_info/issuer_corp").isMissingNode()).isTrue();
        assertThat(current.call("order", payment.order())
                        .body()
                        .at("/selected_card_info/install_month")
                        .isInt())
                .isTrue();
    }
}
