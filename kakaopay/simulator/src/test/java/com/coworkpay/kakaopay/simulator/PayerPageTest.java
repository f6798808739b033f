package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The pages a payer sees and where their buttons lead.
class PayerPageTest extends SimulatorTestBase {
    private final HttpClient http = HttpClient.newHttpClient();

    private String page(Map<String, Object> ready) {
        return current.call("ready", ready).text("next_redirect_pc_url");
    }

    private String page() {
        return page(readyFields("order-1", 22_000));
    }

    private HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String page, String action, String form) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(page).resolve(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    @DisplayName("Korean by default, English by ?lang= or Accept-Language; lang= wins")
    void language() throws Exception {
        String page = page();
        assertThat(get(page).body()).contains("<html lang=\"ko\">", "22,000원", "카카오페이머니로 결제", "QR");
        assertThat(get(page + "?lang=en").body()).contains("<html lang=\"en\">", "₩22,000", ">Shinhan<");
        assertThat(get(page, "Accept-Language", "en-US,en;q=0.9,ko;q=0.1").body())
                .contains("Pay by card");
        assertThat(get(page + "?lang=ko", "Accept-Language", "en").body()).contains("카드로 결제");
        assertThat(get(page, "Accept-Language", "fr").body()).contains("카드로 결제");
    }

    @Test
    @DisplayName("everything from outside is escaped; quotes, Korean and emoji come out as they went in")
    void escaping() throws Exception {
        Map<String, Object> ready = readyFields("o\"><script>alert(1)</script>", 1000);
        String page = page(with(ready, "item_name", "회의실 \"한강\" <b>&'🎉"));
        HttpResponse<String> response = get(page.replace("/pc", "/%22%3E%3Cscript%3E"));
        assertThat(response.body())
                .contains("회의실 &quot;한강&quot; &lt;b&gt;&amp;&#39;🎉")
                .doesNotContain("<script>");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get(simulator.baseUrl() + "/merchant?q=%22%3E%3Cscript%3E&cid=%22%3E%3Cscript%3E")
                        .body())
                .doesNotContain("<script>");
    }

    @Test
    @DisplayName("pg_token is added by ? or &, before a fragment; nothing is added on cancel_url and fail_url")
    void redirects() {
        assertThat(control.pay(page(), Method.MONEY))
                .matches(SITE + "/v1/return/p1/s/approved\\?pg_token=[0-9a-f]{20}");
        String query = page(with(readyFields("o", 1000), "approval_url", SITE + "/back?order=7#top"));
        assertThat(control.pay(query, Method.CARD)).matches(SITE + "/back\\?order=7&pg_token=[0-9a-f]{20}#top");
        assertThat(control.abort(page())).isEqualTo(SITE + "/v1/return/p1/s/canceled");
    }

    @Test
    @DisplayName("wrong passwords: shown with the tries left; the fifth leads to fail_url and ends the payment")
    void wrongPasswords() {
        String page = page();
        control.wrongPassword(page, 4);
        assertThat(control.open(page)).contains("남은 횟수: 1");
        assertThat(post5th(page)).isEqualTo(303);
        assertThat(control.open(page)).contains("비밀번호를 여러 번 틀렸습니다");
        assertThat(control.pay(page, Method.MONEY)).isEqualTo(SITE + "/v1/return/p1/s/failed");
    }

    @Test
    @DisplayName("a button leads back to the page in the language and for the device it was pressed in")
    void sameLanguage() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(page()).resolve("wrong-password"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("lang=en&device=mobile"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Location")).contains("mobile?lang=en");
    }

    private int post5th(String page) {
        try {
            return post(page, "wrong-password", "");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("after 15 minutes: a page that leads to fail_url, and no button works any more")
    void expired() {
        KakaoCaller.Reply ready = current.call("ready", readyFields("o", 1000));
        String page = ready.text("next_redirect_mobile_url");
        control.shiftClock(ready.text("tid"), Duration.ofMinutes(15));
        assertThat(control.open(page))
                .contains("결제 시간이 지났습니다", "href=\"" + SITE + "/v1/return/p1/s/failed\"")
                .doesNotContain("<form");
        assertThat(control.pay(page, Method.MONEY)).isEqualTo(SITE + "/v1/return/p1/s/failed");
        assertThat(control.abort(page)).isEqualTo(SITE + "/v1/return/p1/s/failed");
        assertThat(control.ledger("o"))
                .extracting(Effect::kind)
                .containsExactly(EffectKind.READY, EffectKind.SHIFT_CLOCK);
    }

    @Test
    @DisplayName("already paid: said so, nothing to press, and no way to pay again")
    void alreadyPaid() {
        Confirmed payment = paid(1000);
        assertThat(control.open(payment.redirectUrl())).contains("결제가 완료되었습니다").doesNotContain("<form");
        assertThatThrownBy(() -> control.pay(payment.redirectUrl(), Method.MONEY))
                .hasMessageContaining("200");
        assertThat(control.ledger(payment.orderId(), EffectKind.APPROVE)).hasSize(1);
        current.call("cancel", payment.cancel(1000));
        assertThat(control.open(payment.redirectUrl() + "?lang=en")).contains("This payment was cancelled", "₩1,000");
    }

    @Test
    @DisplayName("confirming twice gives the same pg_token")
    void sameToken() {
        String page = page();
        assertThat(control.pay(page, Method.MONEY)).isEqualTo(control.pay(page, Method.CARD));
    }

    @Test
    @DisplayName("a cancelled page can be paid after all while there is time")
    void payAfterAbort() {
        String page = page();
        control.abort(page);
        assertThat(control.open(page)).contains("다시 결제할 수 있습니다");
        assertThat(control.pay(page, Method.MONEY)).contains("pg_token=");
    }

    @Test
    @DisplayName("only the methods and cards that ready allowed are offered and taken")
    void restrictedMethods() throws Exception {
        String moneyOnly = page(with(readyFields("o", 1000), "payment_method_type", "MONEY"));
        assertThat(control.open(moneyOnly)).doesNotContain("신한");
        assertThatThrownBy(() -> control.pay(moneyOnly, Method.CARD)).hasMessageContaining("400");
        String twoCards = page(with(readyFields("o", 1000), "available_cards", List.of("BC", "KB")));
        assertThat(control.open(twoCards)).contains("KB국민").doesNotContain("신한");
        assertThatThrownBy(() -> control.payByCard(twoCards, CardCompany.SHINHAN))
                .hasMessageContaining("400");
        assertThat(control.payByCard(twoCards, CardCompany.BC)).contains("pg_token=");
        assertThat(post(page(), "confirm", "method=CARD&card=NONE")).isEqualTo(400);
        assertThat(post(page(), "confirm", "")).isEqualTo(400);
    }

    @Test
    @DisplayName("an unknown address: a page, 404")
    void unknown() throws Exception {
        HttpResponse<String> response = get(simulator.baseUrl() + "/pay/" + "0".repeat(64) + "/pc");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("결제를 찾을 수 없습니다");
    }

    @Test
    @DisplayName("redirect URLs start with the public URL where one is set")
    void publicUrl() {
        try (Simulator other = Simulator.start(SimulatorSettings.inMemory()
                .merchants(List.of(merchant()))
                .publicUrl(URI.create("https://pay.example.test")))) {
            assertThat(KakaoCaller.current(other.baseUrl(), KEY)
                            .call("ready", readyFields("o", 1000))
                            .text("next_redirect_pc_url"))
                    .startsWith("https://pay.example.test/pay/");
        }
    }
}
