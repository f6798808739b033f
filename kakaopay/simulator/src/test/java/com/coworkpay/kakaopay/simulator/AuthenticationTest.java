package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Who may call, and how each generation says no.
class AuthenticationTest extends SimulatorTestBase {
    private final Map<String, Object> ready = readyFields("order-1", 1000);

    private KakaoCaller.Reply readyWith(boolean old, String authorization) {
        return KakaoCaller.with(simulator.baseUrl(), old, authorization).call("ready", ready);
    }

    private static void refused(KakaoCaller.Reply reply, int status, int code) {
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    @DisplayName("wrong key: 401 with -401 in both generations; a dev key may say DEV_SECRET_KEY")
    void keys() {
        refused(readyWith(false, "SECRET_KEY WRONG"), 401, -401);
        refused(readyWith(true, "KakaoAK wrong"), 401, -401);
        assertThat(readyWith(false, "DEV_SECRET_KEY " + KEY).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("no Authorization: -400 at the current API, -401 at the legacy one")
    void missingHeader() {
        refused(readyWith(false, ""), 400, -400);
        refused(readyWith(true, ""), 401, -401);
    }

    @Test
    @DisplayName("each key opens its own generation only")
    void kindOfKey() {
        refused(readyWith(false, "SECRET_KEY " + ADMIN), 401, -401);
        refused(readyWith(true, "KakaoAK " + KEY), 401, -401);
        refused(readyWith(false, "KakaoAK " + ADMIN), 401, -401);
        refused(readyWith(true, "SECRET_KEY " + KEY), 401, -401);
        refused(readyWith(false, KEY), 401, -401);
    }

    @Test
    @DisplayName("the key is looked at before the fields")
    void keyBeforeFields() {
        refused(KakaoCaller.current(simulator.baseUrl(), "WRONG").call("ready", Map.of()), 401, -401);
    }

    @Test
    @DisplayName("a CID that is unknown or another merchant's: -731")
    void wrongCid() {
        refused(current.call("ready", with(ready, "cid", "NOSUCHCID0")), 400, -731);
        control.merchant(Merchant.of("CW00000002").secretKey("OTHER").domain(SITE));
        refused(current.call("ready", with(ready, "cid", "CW00000002")), 400, -731);
        refused(KakaoCaller.current(simulator.baseUrl(), "OTHER").call("ready", ready), 400, -731);
    }

    @Test
    @DisplayName("a revoked key is dead at once")
    void revokedKey() {
        control.merchant(merchant().secretKey("NEWKEY"));
        control.revokeKey(KEY);
        refused(current.call("ready", ready), 401, -401);
        assertThat(KakaoCaller.current(simulator.baseUrl(), "NEWKEY")
                        .call("ready", ready)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("online payment off: 403 with -403; legacy -3")
    void notEnabled() {
        control.merchant(merchant().onlineEnabled(false));
        refused(current.call("ready", ready), 403, -403);
        refused(legacy.call("ready", ready), 400, -3);
    }

    @Test
    @DisplayName("quota used up: 429 with -429; legacy -10; a call refused so has no effect")
    void quota() {
        Confirmed payment = confirmed(1000);
        control.quota(CID, 1);
        refused(current.call("approve", payment.approve()), 429, -429);
        refused(legacy.call("approve", payment.approve()), 400, -10);
        control.quota(CID, null);
        assertThat(status(payment)).isEqualTo("AUTH_PASSWORD");
    }

    @Test
    @DisplayName("cid_secret, where the merchant has one: -733")
    void cidSecret() {
        control.merchant(merchant().cidSecret("abc123"));
        refused(current.call("ready", ready), 400, -733);
        refused(current.call("ready", with(ready, "cid_secret", "abc124")), 400, -733);
        assertThat(current.call("ready", with(ready, "cid_secret", "abc123")).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a wrong path: 404 with -404 in the generation's own words")
    void wrongPath() {
        KakaoCaller.Reply now = current.post("/online/v1/payment/refund", "application/json", "{}");
        refused(now, 404, -404);
        assertThat(now.body().has("error_code")).isTrue();
        KakaoCaller.Reply old = legacy.post("/v1/payment/refund", "application/json", "{}");
        assertThat(old.body().has("msg")).isTrue();
    }

    @Test
    @DisplayName("the former API's texts: no key, a key of another form, a key of nobody, which it repeats")
    void formerTexts() {
        assertThat(readyWith(true, "").text("msg")).isEqualTo("no authentication key!");
        assertThat(readyWith(true, "KakaoAK wrong").text("msg")).isEqualTo("wrong appKey(wrong) format");
        String nobodys = "f".repeat(32);
        assertThat(readyWith(true, "KakaoAK " + nobodys).text("msg"))
                .isEqualTo("appKey(" + nobodys + ") does not exist");
    }

    @Test
    @DisplayName("a server that is not on the list: -798 at today's API, 401 -401 with its own text at the former one")
    void addressList() {
        control.fault(Fault.code(Endpoint.READY, -798).times(2));
        refused(current.call("ready", ready), 400, -798);
        KakaoCaller.Reply former = legacy.call("ready", ready);
        refused(former, 401, -401);
        assertThat(former.text("msg")).startsWith("ip mismatched! callerIp=");
    }
}
