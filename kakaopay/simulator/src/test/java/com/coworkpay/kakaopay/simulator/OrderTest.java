package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The look-up: the only way to learn what became of a call.
class OrderTest extends SimulatorTestBase {

    @Test
    @DisplayName("status follows the payer: READY, OPEN_PAYMENT, SELECT_METHOD, FAIL_AUTH_PASSWORD, AUTH_PASSWORD, …")
    void statuses() {
        KakaoCaller.Reply ready = current.call("ready", readyFields("o1", 2200));
        String page = ready.text("next_redirect_pc_url");
        Confirmed payment = new Confirmed(ready.text("tid"), "o1", "", page);
        assertThat(status(payment)).isEqualTo("READY");
        control.open(page);
        assertThat(status(payment)).isEqualTo("OPEN_PAYMENT");
        control.choose(page, Method.CARD);
        assertThat(status(payment)).isEqualTo("SELECT_METHOD");
        control.wrongPassword(page, 1);
        assertThat(status(payment)).isEqualTo("FAIL_AUTH_PASSWORD");
        String back = control.pay(page, Method.MONEY);
        assertThat(status(payment)).isEqualTo("AUTH_PASSWORD");
        String token = back.substring(back.indexOf("pg_token=") + 9);
        current.call("approve", with(payment.approve(), "pg_token", token));
        assertThat(status(payment)).isEqualTo("SUCCESS_PAYMENT");
        current.call("cancel", payment.cancel(200));
        assertThat(status(payment)).isEqualTo("PART_CANCEL_PAYMENT");
        current.call("cancel", payment.cancel(2000));
        assertThat(status(payment)).isEqualTo("CANCEL_PAYMENT");
    }

    @Test
    @DisplayName("before approval: amounts, nulls, no actions, nothing to cancel")
    void beforeApproval() {
        JsonNode body = current.call("order", confirmed(2200).order()).body();
        assertThat(body.get("approved_at").isNull()).isTrue();
        assertThat(body.get("canceled_at").isNull()).isTrue();
        assertThat(body.at("/amount/total").asLong()).isEqualTo(2200);
        assertThat(body.at("/cancel_available_amount/total").asLong(-1)).isZero();
        assertThat(body.get("payment_action_details")).isEmpty();
        assertThat(body.has("aid")).isFalse();
    }

    @Test
    @DisplayName("after success cancel_available_amount is the full amount; actions carry aid, type, amount, payload")
    void actions() {
        Confirmed payment = confirmed(2200);
        KakaoCaller.Reply approved = current.call("approve", with(payment.approve(), "payload", "claim-1"));
        KakaoCaller.Reply canceled = current.call("cancel", with(payment.cancel(200), "payload", "refund-9"));
        JsonNode body = current.call("order", payment.order()).body();
        assertThat(body.at("/cancel_available_amount/total").asLong()).isEqualTo(2000);
        JsonNode actions = body.get("payment_action_details");
        assertThat(actions)
                .extracting(a -> a.get("payment_action_type").asText())
                .containsExactly("PAYMENT", "CANCEL");
        assertThat(actions)
                .extracting(a -> a.get("aid").asText())
                .containsExactly(approved.text("aid"), canceled.text("aid"));
        assertThat(actions).extracting(a -> a.get("payload").asText()).containsExactly("claim-1", "refund-9");
        assertThat(actions).extracting(a -> a.get("amount").asLong()).containsExactly(2200L, 200L);
    }

    @Test
    @DisplayName("times are Korean wall-clock time without offset")
    void koreanTime() {
        Confirmed payment = paid(2200);
        LocalDateTime shown =
                LocalDateTime.parse(current.call("order", payment.order()).text("approved_at"));
        Effect effect = control.ledger(payment.orderId(), EffectKind.APPROVE).getFirst();
        assertThat(shown)
                .isEqualTo(LocalDateTime.ofEpochSecond(effect.at().getEpochSecond(), 0, ZoneOffset.ofHours(9)));
    }

    @Test
    @DisplayName("explicit nulls by default; a switch leaves absent fields out")
    void nulls() {
        Confirmed payment = paid(2200);
        assertThat(current.call("order", payment.order()).body().has("selected_card_info"))
                .isTrue();
        control.answers(AnswerShape.WITHOUT_NULLS);
        JsonNode body = current.call("order", payment.order()).body();
        assertThat(body.has("selected_card_info")).isFalse();
        assertThat(body.has("canceled_at")).isFalse();
        assertThat(body.at("/payment_action_details/0").has("payload")).isFalse();
        control.reset();
        control.merchant(merchant());
        assertThat(current.call("order", paid(2200).order()).body().has("selected_card_info"))
                .as("a reset takes the shape back")
                .isTrue();
    }

    @Test
    @DisplayName("unknown TID -721; too long a TID -400")
    void unknown() {
        Confirmed payment = confirmed(1000);
        assertThat(current.call("order", with(payment.order(), "tid", "T0")).code())
                .isEqualTo(-721);
        assertThat(current.call("order", with(payment.order(), "tid", "T".repeat(21)))
                        .code())
                .isEqualTo(-400);
    }

    @Test
    @DisplayName("the former API's look-up also by GET, today's by POST alone")
    void byGet() {
        Confirmed payment = paid(1000);
        String query = "order?" + KakaoCaller.form(payment.order());
        KakaoCaller.Reply former = legacy.get("/v1/payment/" + query);
        assertThat(former.status()).isEqualTo(200);
        assertThat(former.text("status")).isEqualTo("SUCCESS_PAYMENT");
        assertThat(current.get("/online/v1/payment/" + query).code()).isEqualTo(-404);
        assertThat(legacy.get("/v1/payment/ready").code()).isEqualTo(-404);
    }
}
