package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What ready takes, and what it refuses.
class ReadyTest extends SimulatorTestBase {
    private final Map<String, Object> ready = readyFields("order-1", 2200);

    private static void refused(KakaoCaller.Reply reply, int code) {
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @DisplayName("a missing field: 400 naming it, with -400 at today's API and -2 at the former one")
    @ValueSource(
            strings = {
                "cid",
                "partner_order_id",
                "partner_user_id",
                "item_name",
                "quantity",
                "total_amount",
                "tax_free_amount",
                "approval_url",
                "cancel_url",
                "fail_url"
            })
    void missing(String field) {
        KakaoCaller.Reply now = current.call("ready", without(ready, field));
        refused(now, -400);
        assertThat(now.text("error_message"))
                .isEqualTo(field.equals("cid") ? "invalid param(cid has invalid value)" : field + " has invalid value");
        KakaoCaller.Reply old = legacy.call("ready", without(ready, field));
        refused(old, -2);
        assertThat(old.text("msg")).isEqualTo(field + " can't be null.");
    }

    @ParameterizedTest
    @DisplayName("a field beyond its documented length: -400; at its length: taken")
    @CsvSource({"cid,10", "partner_order_id,100", "partner_user_id,100", "item_name,100", "item_code,100"})
    void tooLong(String field, int limit) {
        refused(current.call("ready", with(ready, field, "가".repeat(limit + 1))), -400);
        if (!field.equals("cid")) {
            assertThat(current.call("ready", with(ready, field, "가".repeat(limit)))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("URLs: at most 255, http or https, absolute")
    void urls() {
        String long255 = SITE + "/" + "a".repeat(255 - SITE.length() - 1);
        assertThat(current.call("ready", with(ready, "approval_url", long255)).status())
                .isEqualTo(200);
        refused(current.call("ready", with(ready, "approval_url", long255 + "a")), -400);
        refused(current.call("ready", with(ready, "fail_url", "/relative")), -400);
        refused(current.call("ready", with(ready, "cancel_url", "ftp://localhost:8080/x")), -400);
        refused(current.call("ready", with(ready, "cancel_url", "http://localhost:8080/a b")), -400);
    }

    @ParameterizedTest
    @DisplayName("each of the three URLs must lie on a registered domain: -799")
    @ValueSource(strings = {"approval_url", "cancel_url", "fail_url"})
    void domains(String field) {
        refused(current.call("ready", with(ready, field, "https://elsewhere.example/x")), -799);
        KakaoCaller.Reply reply = legacy.call("ready", with(ready, field, "http://localhost:8081/x"));
        refused(reply, -799);
        assertThat(reply.text("msg"))
                .isEqualTo(field + "(http://localhost:8081/x) does not match registered website domain.");
    }

    @Test
    @DisplayName("a refused ready leaves no TID behind")
    void refusedWithoutEffect() {
        current.call("ready", with(ready, "fail_url", "https://elsewhere.example/x"));
        assertThat(control.ledger("order-1")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("numbers may be JSON strings; fractions, words, negatives and zero totals are -400")
    @CsvSource({"2200,200", "'\"2200\"',200"})
    void numbersAsStrings(String total, int status) {
        String json = """
                {"cid":"%s","partner_order_id":"o","partner_user_id":"u","item_name":"i","quantity":"1",
                "total_amount":%s,"tax_free_amount":"0","approval_url":"%s/a","cancel_url":"%s/c","fail_url":"%s/f"}
                """.formatted(CID, total, SITE, SITE, SITE);
        assertThat(current.post("/online/v1/payment/ready", "application/json", json)
                        .status())
                .isEqualTo(status);
        for (Object bad : List.of("22.5", "many", -1, 0, 22.5)) {
            refused(current.call("ready", with(ready, "total_amount", bad)), -400);
        }
        refused(current.call("ready", with(ready, "quantity", 0)), -400);
        refused(current.call("ready", with(ready, "tax_free_amount", -1)), -400);
    }

    @Test
    @DisplayName("amounts that do not add up: -722")
    void amounts() {
        refused(current.call("ready", with(ready, "tax_free_amount", 2201)), -722);
        refused(current.call("ready", with(ready, "vat_amount", 2201)), -722);
        refused(current.call("ready", with(with(ready, "tax_free_amount", 2000), "vat_amount", 201)), -722);
    }

    @Test
    @DisplayName("method, cards, instalment: known words only, and those of both generations")
    void options() {
        refused(current.call("ready", with(ready, "payment_method_type", "COIN")), -400);
        refused(current.call("ready", with(ready, "available_cards", List.of("NOCARD"))), -400);
        refused(current.call("ready", with(ready, "available_cards", List.of())), -400);
        refused(current.call("ready", with(ready, "install_month", 13)), -400);
        refused(current.call("ready", with(ready, "green_deposit", 2201)), -722);
        assertThat(legacy.call("ready", with(ready, "available_cards", "[\"BC\",\"WOORI\",\"GWANGJU\"]"))
                        .status())
                .isEqualTo(200);
        assertThat(current.call("ready", with(ready, "available_cards", List.of("SUHYUP", "JEONBUK")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("with a green deposit: shown in the amounts, and cancelled as a whole only (-784)")
    void greenDeposit() {
        Confirmed payment = confirmed(with(ready, "green_deposit", 300), Method.MONEY);
        assertThat(current.call("approve", payment.approve()).krw("amount", "green_deposit"))
                .isEqualTo(300);
        refused(current.call("cancel", payment.cancel(1900)), -784);
        KakaoCaller.Reply whole = current.call("cancel", payment.cancel(2200));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.krw("approved_cancel_amount", "green_deposit")).isEqualTo(300);
        assertThat(whole.krw("cancel_available_amount", "green_deposit")).isZero();
    }

    @Test
    @DisplayName("the ready-made test merchant takes the official demo's addresses, and both kinds of key")
    void officialDemo() {
        List<Merchant> samples = SampleMerchants.on(List.of(SITE));
        samples.forEach(control::merchant);
        Map<String, Object> demo = with(ready, "cid", SampleMerchants.TEST_CID);
        for (String field : List.of("approval_url", "cancel_url", "fail_url")) {
            demo = with(demo, field, "https://payment-demo.kakaopay.com/online/approval");
        }
        assertThat(KakaoCaller.current(simulator.baseUrl(), SampleMerchants.TEST_SECRET_KEY)
                        .call("ready", demo)
                        .status())
                .isEqualTo(200);
        assertThat(KakaoCaller.legacy(simulator.baseUrl(), SampleMerchants.TEST_ADMIN_KEY)
                        .call("ready", with(demo, "fail_url", "https://developers.kakao.com/fail"))
                        .status())
                .isEqualTo(200);
        List<String> nine = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> "http://localhost:" + (8080 + i))
                .toList();
        assertThat(SampleMerchants.on(nine).getLast().domains()).hasSize(10).startsWith(SITE);
    }

    @Test
    @DisplayName("the same order id twice: two TIDs, KakaoPay does not check it")
    void sameOrderTwice() {
        String first = current.call("ready", ready).text("tid");
        assertThat(current.call("ready", ready).text("tid")).isNotEqualTo(first);
    }

    @Test
    @DisplayName("unknown fields are ignored, explicit nulls count as absent")
    void lenient() {
        assertThat(current.call(
                                "ready",
                                with(with(ready, "custom_json", Map.of("a", "b")), "item_code", NullNode.instance))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("answer: three URLs, both schemes, created_at; tms_result only at the legacy API")
    void answer() {
        KakaoCaller.Reply now = current.call("ready", ready);
        assertThat(now.text("next_redirect_pc_url"))
                .matches("http://localhost:%d/pay/[0-9a-f]{64}/pc".formatted(simulator.port()));
        assertThat(now.text("next_redirect_mobile_url")).endsWith("/mobile");
        assertThat(now.text("next_redirect_app_url")).endsWith("/app");
        assertThat(now.text("android_app_scheme")).startsWith("kakaotalk://kakaopay/pg?url=");
        assertThat(now.body().has("tms_result")).isFalse();
        assertThat(legacy.call("ready", ready).body().get("tms_result").asBoolean(true))
                .isFalse();
    }

    @Test
    @DisplayName("current API: a body that is no JSON object, or a form, is -400")
    void notJson() {
        String path = "/online/v1/payment/ready";
        refused(current.post(path, "application/json", "{"), -400);
        refused(current.post(path, "application/json", "[]"), -400);
        refused(current.post(path, "application/json", ""), -400);
        refused(current.post(path, "application/x-www-form-urlencoded", KakaoCaller.form(ready)), -400);
    }

    @Test
    @DisplayName("legacy API: query parameters work; a JSON body is -2 complaining about cid")
    void legacyEncodings() {
        String path = "/v1/payment/ready";
        assertThat(legacy.post(path + "?" + KakaoCaller.form(ready), "application/x-www-form-urlencoded", "")
                        .status())
                .isEqualTo(200);
        KakaoCaller.Reply reply = legacy.post(path, "application/json", "{\"cid\":\"" + CID + "\"}");
        refused(reply, -2);
        assertThat(reply.text("msg")).contains("cid");
    }
}
