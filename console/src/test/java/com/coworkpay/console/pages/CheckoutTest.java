package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.GoodDay;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A payer follows a link. Nobody signs in.
@ConsoleTest
class CheckoutTest extends PageTest {

    private static final String CHECKOUT =
            "/checkout/0199c302-2222-7c11-8a55-0242ac120004/c2lnbmF0dXJlLW9mLXRoZS10ZXN0";

    private Browser payer = Browser.anew();

    @BeforeEach
    void aStranger() {
        payer = Browser.anew();
    }

    @Test
    void whatIsToBePaid() {
        Page page = payer.get(CHECKOUT).shows(200);
        assertThat(page.main())
                .contains("강남점", "회의실 A, 2시간", "22,000원", "20,000원", "2,000원", "시작 1시간 전까지 전액")
                .contains("2026. 12. 1. (화) 09:00", "KST")
                .contains("2026. 12. 1. (화) 08:00까지 22,000원 (100%)", "그 뒤에는 환불 없음");
        assertThat(page.value(CHECKOUT + "/pay", "key")).matches("[0-9a-f-]{36}");
        assertThat(page.links()).contains("https://portal.example/bookings/1");
        assertThat(page.one("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.source()).as("no ids of people").doesNotContain("jisoo");
        assertThat(payer.cookies()).isEmpty();
        assertThat(page.headers("Set-Cookie")).isEmpty();
        assertThat(payer.english().get(CHECKOUT).shows(200).main()).contains("₩22,000", "in full until 1 hour");
    }

    @Test
    void payingLeadsOn() {
        Page page = payer.get(CHECKOUT).shows(200);
        String key = page.value(CHECKOUT + "/pay", "key");
        Page on = payer.submit(page.form(CHECKOUT + "/pay"), Map.of());
        assertThat(on.status()).isEqualTo(303);
        assertThat(on.location()).isEqualTo("https://online-pay.example/pc/1");
        Heard sent = services.heardOnce("payCheckout");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.body().path("device").asText()).isEqualTo("PC");
        assertThat(payer.cookies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sec-CH-UA-Mobile | ?1                                                                        | MOBILE
            Sec-CH-UA-Mobile | ?0                                                                        | PC
            User-Agent       | Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148       | MOBILE
            User-Agent       | Mozilla/5.0 (Linux; Android 15; SM-S921N) Chrome/130.0 Mobile Safari/537  | MOBILE
            User-Agent       | Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0                    | PC
            """)
    void theDeviceIsTheBrowsers(String header, String value, String device) {
        payer.with(header, value);
        payer.submit(payer.get(CHECKOUT).form(CHECKOUT + "/pay"), Map.of());
        assertThat(services.heardOnce("payCheckout").body().path("device").asText())
                .isEqualTo(device);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422, 429, 502, 503})
    void whatIsRefusedIsSaid(int status) {
        Page page = payer.get(CHECKOUT).shows(200);
        services.refuses("payCheckout", status, "refused", "이유 4711", problem -> problem.put("retryAfter", 9));
        Page again = payer.submit(page.form(CHECKOUT + "/pay"), Map.of()).shows(status);
        assertThat(again.main())
                .contains("지금은 카카오페이로 결제할 수 없습니다.", "9초 뒤에", "22,000원")
                .as("what it says to integrators is not for payers")
                .doesNotContain("이유 4711");
        if (status >= 500) {
            assertThat(again.value(CHECKOUT + "/pay", "key"))
                    .as("sent again it is one attempt")
                    .isEqualTo(page.value(CHECKOUT + "/pay", "key"));
        }
    }

    @Test
    void whatIsNotOfferedSaysWhy() {
        services.says("getCheckout", checkout -> {
            checkout.put("payableNow", false);
            ObjectNode obstacle = checkout.putObject("obstacle")
                    .put("type", "urn:coworkpay:problem:not-offered")
                    .putNull("retryAfterSeconds");
            obstacle.putObject("title").put("ko", "지금은 결제할 수 없습니다").put("en", "Not now");
            obstacle.putObject("detail").put("ko", "카카오페이가 연결되지 않았습니다.").put("en", "KakaoPay is not connected.");
        });
        Page page = payer.get(CHECKOUT).shows(200);
        assertThat(page.main()).contains("지금은 카카오페이로 결제할 수 없습니다.");
        assertThat(page.html().select("form[action$=/pay]")).isEmpty();
        assertThat(page.links()).contains("https://portal.example/bookings/1");
    }

    @ParameterizedTest
    @CsvSource({"PENDING,카카오페이", "PROCESSING,확인", "CANCELED,취소", "FAILED,실패"})
    void eachStateOfAnAttempt(String status, String word) {
        services.says("getCheckout", checkout -> attempt(checkout, status));
        Page page = payer.get(CHECKOUT).shows(200);
        assertThat(page.main()).contains(word).doesNotContain(status);
        boolean isWaiting = status.equals("PENDING") || status.equals("PROCESSING");
        assertThat(page.html().select("noscript").html().contains("refresh")
                        || !page.html().select("meta[http-equiv=refresh]").isEmpty())
                .isEqualTo(isWaiting);
        assertThat(page.html().select("main[data-stream], [data-stream]")).hasSize(1);
        Page part = payer.get(CHECKOUT + "/state").shows(200);
        assertThat(part.source()).doesNotContain("<html");
        assertThat(part.html().select("#state")).hasSize(1);
        assertThat(part.one("#state").attr("data-title"))
                .isEqualTo(payer.get(CHECKOUT).shows(200).title());
    }

    @Test
    void aPendingAttemptMayGoOnOrEnd() {
        services.says("getCheckout", checkout -> attempt(checkout, "PENDING"));
        Page page = payer.get(CHECKOUT).shows(200);
        assertThat(page.links()).contains("https://online-pay.example/pc/1");
        String cancel = CHECKOUT + "/payments/" + PAYMENT + "/cancel";
        payer.submit(page.form(cancel), Map.of()).leadsTo(CHECKOUT);
        assertThat(services.heardOnce("cancelCheckoutPayment")
                        .in()
                        .path("paymentId")
                        .asText())
                .isEqualTo(PAYMENT);
        services.refuses("cancelCheckoutPayment", 409, "payment-unsettled", "지금은 취소할 수 없습니다.");
        assertThat(payer.submit(page.form(cancel), Map.of()).shows(409).main()).contains("다른 결제 시도를 카카오페이에 확인하고 있습니다.");
    }

    @Test
    void paidAndTheReceipt() {
        services.says("getCheckout", CheckoutTest::paid);
        Page page = payer.get(CHECKOUT).shows(200);
        assertThat(page.main()).contains("결제 완료", "22,000원", PAYMENT, "5,000원");
        assertThat(page.html().select("form[action$=/pay]")).isEmpty();
        assertThat(page.links()).contains(CHECKOUT + "/receipt");
        Page receipt = payer.get(CHECKOUT + "/receipt").shows(200);
        assertThat(receipt.main())
                .contains(PAYMENT, "2026. 11. 29. (일) 14:05 KST", "20,000원", "2,000원", "22,000원", "5,000원")
                .contains("코워크 주식회사", "123-45-67890", "서울특별시 강남구 테헤란로 1", "김대표", "신한카드");
        assertThat(receipt.source()).doesNotContain("T1234567890123456789", "jisoo");
    }

    @Test
    void aReceiptIsWholeWithoutASeller() {
        services.says("getCheckout", checkout -> {
            paid(checkout);
            checkout.putNull("location").putNull("policy").putNull("live");
            ((ObjectNode) checkout.path("receipt"))
                    .putNull("method")
                    .putNull("cardCompany")
                    .putArray("refunds");
        });
        payer.get(CHECKOUT).shows(200);
        assertThat(payer.get(CHECKOUT + "/receipt").shows(200).main()).contains("22,000원", "gangnam");
    }

    @Test
    void withoutAPaymentThereIsNoReceipt() {
        payer.getOnce(CHECKOUT + "/receipt").leadsTo(CHECKOUT);
    }

    @Test
    void aTestSaysSo() {
        services.says("getCheckout", checkout -> {
            paid(checkout);
            checkout.put("live", false);
        });
        assertThat(payer.get(CHECKOUT).shows(200).main()).contains("테스트");
        assertThat(payer.get(CHECKOUT + "/receipt").shows(200).main()).contains("테스트");
    }

    @Test
    void theLanguageIsThePortalsUnlessChosen() {
        services.says("getCheckout", checkout -> checkout.put("language", "en"));
        assertThat(payer.get(CHECKOUT).shows(200).one("html").attr("lang")).isEqualTo("en");
        payer.cookie("language", "ko");
        assertThat(payer.get(CHECKOUT).shows(200).one("html").attr("lang")).isEqualTo("ko");
    }

    @Test
    void aWrongSignatureTellsNothing() {
        services.refuses("getCheckout", 404, "not-found", "그런 결제가 없습니다.");
        Page page = payer.get(CHECKOUT).shows(404);
        assertThat(page.main()).contains("예약한 화면", "예약한 곳에 문의").doesNotContain("강남점", "22,000", "관리자", "권한");
        assertThat(payer.english().get(CHECKOUT).shows(404).main())
                .contains("where you booked")
                .doesNotContain("administrator", "permission");
        payer.get("/checkout/not-an-id/sig").shows(404);
    }

    @Test
    void withoutPaymentServiceItIsAway() {
        services.refuses("getCheckout", 503, "unavailable", "지금은 안 됩니다.", problem -> problem.put("retryAfter", 4));
        Page page = payer.get(CHECKOUT).shows(503);
        assertThat(page.header("Retry-After")).isEqualTo("4");
        assertThat(page.main()).contains("사라진 것은 없습니다", "다시 결제하지 마세요").doesNotContain("환불을 눌렀다면");
        assertThat(page.one("meta[http-equiv=refresh]").attr("content")).isEqualTo("5; url=" + CHECKOUT);
        assertThat(page.links()).as("nothing of the console").noneMatch(link -> link.startsWith("/console"));
        services.hangs("getCheckout");
        payer.get(CHECKOUT).shows(503);
    }

    @Test
    void whoIsSignedInPaysLikeAnybody() {
        Page page = browser.get(CHECKOUT).shows(200);
        assertThat(page.main()).contains("22,000원");
        assertThat(services.heardOnce("getCheckout").headers().has("authorization"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_session", "q_session_at", "q_session_chunk_1"})
    void aBrokenSessionKeepsNoPayerOut(String cookie) {
        payer.cookie(cookie, "broken|broken|broken");
        payer.get(CHECKOUT).shows(200);
        payer.submit(payer.get(CHECKOUT).form(CHECKOUT + "/pay"), Map.of());
        assertThat(services.heard("payCheckout")).hasSize(1);
    }

    @Test
    void theGoodDayIsAsTheContractHasIt() {
        assertThat(GoodDay.of("getCheckout").path("payableNow").asBoolean()).isTrue();
    }

    static void attempt(ObjectNode checkout, String status) {
        boolean isPending = status.equals("PENDING");
        ObjectNode attempt = ((com.fasterxml.jackson.databind.node.ArrayNode) checkout.putArray("attempts"))
                .addObject()
                .put("paymentId", PAYMENT)
                .put("status", status)
                .put("device", "PC")
                .put("createdAt", "2026-11-29T05:02:10Z");
        if (isPending) {
            attempt.put("redirectUrl", "https://online-pay.example/pc/1").put("expiresAt", "2026-11-29T05:17:00Z");
        } else if (!status.equals("PROCESSING")) {
            attempt.put("reason", "PAYER_CANCELED")
                    .putObject("reasonText")
                    .put("ko", "결제를 취소했습니다.")
                    .put("en", "Canceled.");
        }
        checkout.put("payableNow", !isPending && !status.equals("PROCESSING"));
    }

    static void paid(ObjectNode checkout) {
        attempt(checkout, "SUCCEEDED");
        ((ObjectNode) checkout.path("attempts").get(0)).remove("reasonText");
        checkout.put("payableNow", false).put("over", true);
        ObjectNode receipt = checkout.putObject("receipt")
                .put("paymentId", PAYMENT)
                .put("approvedAt", "2026-11-29T05:05:03Z")
                .put("method", "CARD")
                .put("cardCompany", "신한카드")
                .put("refundedKrw", 5000)
                .put("refundPendingKrw", 0);
        receipt.putArray("refunds")
                .addObject()
                .put("refundId", REFUND)
                .put("status", "SUCCEEDED")
                .put("reason", "BY_LOCATION")
                .put("amountKrw", 5000)
                .put("requestedAt", "2026-11-29T06:00:00Z")
                .put("refundedAt", "2026-11-29T06:00:02Z");
    }
}
