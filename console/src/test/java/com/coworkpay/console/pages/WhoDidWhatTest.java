package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/// Who did what, beside each object.
@ConsoleTest
class WhoDidWhatTest extends PageTest {

    private static final String TRANSACTION = AT + "/transactions/" + PAYMENT;

    @Test
    void aTransactionHasTheActsOnPaymentAndRefundsByTime() {
        Page page = browser.get(TRANSACTION).shows(200);
        assertThat(page.html()
                        .select("section[aria-labelledby=acts] tbody th time")
                        .eachAttr("datetime"))
                .startsWith("2026-11-29T05:20:00Z", "2026-11-29T05:15:00Z", "2026-11-29T05:10:00Z");
        String acts = page.one("section[aria-labelledby=acts]").text();
        assertThat(acts)
                .contains("처리 기록", "결제 직접 처리 · 거절: 아직 이릅니다", "파트너센터, 주문번호로 검색", "jun")
                .contains("환불 요청", "금액(원): 5000", "고객 요청", "203.0.113.7")
                .contains("결제 링크로 결제자가 처리", "결제자가 취소");
        assertThat(services.heardOnce("getPaymentAudit")
                        .query()
                        .path("paymentId")
                        .get(0)
                        .asText())
                .isEqualTo(PAYMENT);
        assertThat(services.heardOnce("getRefundAudit")
                        .query()
                        .path("paymentId")
                        .get(0)
                        .asText())
                .isEqualTo(PAYMENT);
        assertThat(services.heardOnce("getPaymentAudit").header("x-forwarded-for"))
                .isEqualTo("127.0.0.1");
        assertThat(browser.english()
                        .get(TRANSACTION)
                        .shows(200)
                        .one("section[aria-labelledby=acts]")
                        .text())
                .contains("Who did what", "Refused: too early", "The payer, by the payment link");
    }

    @Test
    void openingHoursManualReviewAndExportsHaveThem() {
        assertThat(browser.get(AT + "/schedules")
                        .shows(200)
                        .one("section[aria-labelledby=acts]")
                        .text())
                .contains("운영 시간 등록", "DEFAULT", "2026-01-01 → 2026-12-01")
                .doesNotContain("xxxx");
        assertThat(services.heardOnce("getRefundAudit").query().path("action"))
                .extracting(each -> each.asText())
                .containsExactly("SCHEDULE_CHANGED", "SCHEDULE_REMOVED");
        Page review = browser.get(AT + "/review").shows(200);
        assertThat(review.one("section[aria-labelledby=acts]").text()).contains("카카오페이에 조회", PAYMENT);
        assertThat(review.links()).contains(TRANSACTION);
        Page transactions = browser.get(AT + "/transactions").shows(200);
        assertThat(transactions.main()).contains("파일로 내려받은 기록", "거래 내역 파일 저장", "시작일: 2026-11-01");
    }

    @Test
    void nobodyDidAnything() {
        for (String operation : new String[] {"getPaymentAudit", "getRefundAudit", "getReportAudit"}) {
            services.says(operation, WhoDidWhatTest::empty);
        }
        assertThat(browser.get(TRANSACTION)
                        .shows(200)
                        .one("section[aria-labelledby=acts]")
                        .text())
                .contains("아직 처리한 기록이 없습니다.");
        assertThat(browser.get(AT + "/transactions").shows(200).main()).contains("아직 내려받은 사람이 없습니다.");
    }

    private static void empty(ObjectNode page) {
        page.putArray("entries");
    }

    @Test
    void moreThanThePageHasIsSaid() {
        services.says("getRefundAudit", page -> page.put("nextCursor", "older"));
        assertThat(browser.get(TRANSACTION).shows(200).main()).contains("더 오래된 기록이 있습니다.");
    }

    /// What the others have on record is shown, and what is missing is said.
    @Test
    void aServiceThatIsAwaySaysSo() {
        services.refuses("getRefundAudit", 503, "unavailable", "환불 서비스를 잠시 쓸 수 없습니다.");
        String acts = browser.get(TRANSACTION)
                .shows(200)
                .one("section[aria-labelledby=acts]")
                .text();
        assertThat(acts).contains("환불 서비스를 잠시 쓸 수 없습니다.", "결제 직접 처리");
    }

    @Test
    void whoMayNotReadItSeesNothingOfIt() {
        for (String operation : new String[] {"getPaymentAudit", "getRefundAudit", "getReportAudit"}) {
            services.refuses(operation, 403, "forbidden", "권한이 없습니다.");
        }
        for (String path : new String[] {TRANSACTION, AT + "/schedules", AT + "/review"}) {
            Page page = browser.get(path).shows(200);
            assertThat(page.html().select("section[aria-labelledby=acts]")).isEmpty();
        }
        assertThat(browser.get(AT + "/transactions").shows(200).main()).doesNotContain("파일로 내려받은 기록");
    }
}
