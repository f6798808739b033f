package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// One payment from ready to its last cancel, as both generations answer it.
class PaymentLifeTest extends SimulatorTestBase {

    @Test
    void currentApiFromReadyToCancel() {
        String orderId = newOrder();
        KakaoCaller.Reply ready = current.call("ready", readyFields(orderId, 2200));
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text("tid")).matches("T[0-9a-f]{19}");
        assertThat(ready.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

        String back = control.pay(ready.text("next_redirect_pc_url"), Method.MONEY);
        assertThat(back).matches(SITE + "/v1/return/p1/s/approved\\?pg_token=[0-9a-f]{20}");
        String token = back.substring(back.indexOf('=') + 1);

        KakaoCaller.Reply approved = current.call(
                "approve",
                Map.of(
                        "cid",
                        CID,
                        "tid",
                        ready.text("tid"),
                        "partner_order_id",
                        orderId,
                        "partner_user_id",
                        "user-1",
                        "pg_token",
                        token,
                        "total_amount",
                        2200,
                        "payload",
                        "try-1"));
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("aid")).matches("A[0-9a-f]{19}");
        assertThat(approved.krw("amount", "total")).isEqualTo(2200);
        assertThat(approved.krw("amount", "vat")).isEqualTo(200);
        assertThat(approved.body().has("status")).isFalse();
        assertThat(approved.body().get("card_info").isNull()).isTrue();
        assertThat(approved.text("payload")).isEqualTo("try-1");

        KakaoCaller.Reply canceled = current.call(
                "cancel",
                Map.of(
                        "cid",
                        CID,
                        "tid",
                        ready.text("tid"),
                        "cancel_amount",
                        2200,
                        "cancel_tax_free_amount",
                        0,
                        "cancel_available_amount",
                        2200,
                        "payload",
                        "refund-1"));
        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.text("status")).isEqualTo("CANCEL_PAYMENT");
        assertThat(canceled.krw("cancel_available_amount", "total")).isZero();

        KakaoCaller.Reply order = current.call("order", Map.of("cid", CID, "tid", ready.text("tid")));
        assertThat(order.body().get("payment_action_details")).hasSize(2);
        assertThat(order.body().at("/payment_action_details/1/payload").asText())
                .isEqualTo("refund-1");
        assertThat(control.ledger(orderId))
                .extracting(Effect::kind)
                .containsExactly(
                        EffectKind.READY,
                        EffectKind.OPEN,
                        EffectKind.CHOOSE,
                        EffectKind.AUTHENTICATE,
                        EffectKind.APPROVE,
                        EffectKind.CANCEL);
        assertThat(control.calls(orderId)).extracting(Call::outcome).containsOnly("OK");
    }

    @Test
    void legacyApiByFormAndCard() {
        String orderId = newOrder();
        KakaoCaller.Reply ready = legacy.call("ready", readyFields(orderId, 4500));
        assertThat(ready.status()).isEqualTo(200);
        String back = control.pay(ready.text("next_redirect_mobile_url"), Method.CARD);
        KakaoCaller.Reply approved = legacy.call(
                "approve",
                Map.of(
                        "cid",
                        CID,
                        "tid",
                        ready.text("tid"),
                        "partner_order_id",
                        orderId,
                        "partner_user_id",
                        "user-1",
                        "pg_token",
                        back.substring(back.indexOf('=') + 1)));
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.krw("amount", "vat")).isEqualTo(409);
        assertThat(approved.body().at("/card_info/issuer_corp").asText()).isEqualTo("신한");
    }
}
