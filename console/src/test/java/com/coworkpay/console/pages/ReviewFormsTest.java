package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What waits for a person: ask now, say what is true, let it count or dismiss it.
@ConsoleTest
class ReviewFormsTest extends PageTest {

    private static final String PAGE = AT + "/review";
    private static final String OF_PAYMENT = PAGE + "/payments/" + PAYMENT;
    private static final String OF_REFUND = OF_PAYMENT + "/refunds/" + REFUND;
    private static final String SET_ASIDE = PAGE + "/cancellations/0199c304-4444-7c11-8a55-0242ac120006";

    @ParameterizedTest
    @CsvSource({"payment,requestPaymentInquiry", "refund,requestRefundInquiry"})
    void askingNow(String what, String operation) {
        String form = (what.equals("payment") ? OF_PAYMENT : OF_REFUND) + "/inquiry";
        browser.submit(browser.get(PAGE).shows(200).form(form), Map.of()).leadsTo(PAGE + "?done=inquired");
        assertThat(services.heardOnce(operation).in().path("paymentId").asText())
                .isEqualTo(PAYMENT);
        services.refuses(
                operation, 429, "too-many-inquiries", "잠시 뒤에 다시 확인하세요.", problem -> problem.put("retryAfter", 20));
        Page refused = browser.submit(browser.get(PAGE).shows(200).form(form), Map.of())
                .shows(429);
        assertThat(refused.main()).contains("잠시 뒤에 다시 확인하세요.", "20초");
    }

    @Test
    void sayingWhatIsTrueOfAPayment() {
        Page page = browser.get(PAGE).shows(200);
        String form = OF_PAYMENT + "/resolution";
        String key = page.value(form, "key");
        browser.submit(page.form(form), Map.of("outcome", "NOT_PAID", "evidence", " 파트너센터에 없음 ", "note", ""))
                .leadsTo(PAGE + "?done=resolved");
        Heard sent = services.heardOnce("resolvePayment");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.body().path("evidence").asText()).isEqualTo("파트너센터에 없음");
        assertThat(sent.body().has("aid")).isFalse();
    }

    @Test
    void sayingWhatIsTrueOfARefund() {
        Page page = browser.get(PAGE).shows(200);
        String form = OF_REFUND + "/resolution";
        String key = page.value(form, "key");
        browser.submit(
                        page.form(form),
                        Map.of("outcome", "REFUNDED", "aid", "A1234567890123456789", "evidence", "거래 내역", "note", "확인"))
                .leadsTo(PAGE + "?done=resolved");
        Heard sent = services.heardOnce("resolveRefund");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.in().path("refundId").asText()).isEqualTo(REFUND);
        assertThat(sent.body().path("aid").asText()).isEqualTo("A1234567890123456789");
    }

    /// The key stays where the outcome is not known, and what was typed always.
    @ParameterizedTest
    @CsvSource({
        "409,resolvePayment",
        "422,resolvePayment",
        "503,resolvePayment",
        "409,resolveRefund",
        "503,resolveRefund"
    })
    void whatIsRefusedComesBack(int status, String operation) {
        String form = (operation.equals("resolvePayment") ? OF_PAYMENT : OF_REFUND) + "/resolution";
        String outcome = operation.equals("resolvePayment") ? "NOT_PAID" : "GIVEN_UP";
        Page page = browser.get(PAGE).shows(200);
        services.refuses(operation, status, "refused", "이유 4711", problem -> problem.put("retryAfter", 5));
        Page again = browser.submit(
                        page.form(form), Map.of("outcome", outcome, "evidence", "근거 08-15", "note", "메모 08-15"))
                .shows(status);
        assertThat(again.main()).contains("이유 4711");
        assertThat(again.value(form, "evidence")).isEqualTo("근거 08-15");
        assertThat(again.value(form, "note")).isEqualTo("메모 08-15");
        assertThat(again.form(form).expectFirst("[name=outcome][checked]").val())
                .isEqualTo(outcome);
        if (status >= 500) {
            assertThat(again.value(form, "key")).isEqualTo(page.value(form, "key"));
        }
    }

    @ParameterizedTest
    @CsvSource({"release,releaseSetAsideCancellation,released", "dismiss,dismissSetAsideCancellation,dismissed"})
    void setAsideCancellationsEnd(String end, String operation, String done) {
        browser.post(SET_ASIDE + "/" + end, Map.of("note", " 확인함 ")).leadsTo(PAGE + "?done=" + done);
        assertThat(services.heardOnce(operation).body().path("note").asText()).isEqualTo("확인함");
        assertThat(browser.get(PAGE + "?done=" + done)
                        .shows(200)
                        .html()
                        .select("[role=status]")
                        .text())
                .isNotBlank();
    }

    @Test
    void thereIsNoOtherEnd() {
        assertThat(browser.post(SET_ASIDE + "/erase", Map.of("note", "x")).status())
                .isIn(404, 405);
        assertThat(services.heard("releaseSetAsideCancellation")).isEmpty();
    }

    @Test
    void aFormThatLacksEverythingIsNoFault() {
        typesAnything = true;
        services.refuses("resolvePayment", 400, "idempotency-key", "키가 없습니다.");
        services.refuses("resolveRefund", 400, "idempotency-key", "키가 없습니다.");
        for (String path : new String[] {OF_PAYMENT + "/resolution", OF_REFUND + "/resolution"}) {
            assertThat(browser.post(path, Map.of()).status()).as(path).isBetween(200, 499);
        }
    }
}
