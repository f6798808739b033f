package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Comparing with KakaoPay: one payment at once, a period with its progress.
@ConsoleTest
class ComparisonFormsTest extends PageTest {

    private static final String LIST = AT + "/comparisons";
    private static final String DONE = LIST + "/0199c305-1111-7c11-8a55-0242ac120005";
    private static final String RUNNING = LIST + "/0199c305-2222-7c11-8a55-0242ac120005";
    private static final String TRANSACTION = AT + "/transactions/" + PAYMENT;

    @ParameterizedTest
    @CsvSource({
        "MATCHING, 카카오페이와 일치",
        "RECORDED, 찾아 기록함",
        "UNEXPLAINED, 이유를 알려 주지 않아",
        "REFUND_UNDER_WAY, 환불 진행 중",
        "NO_ANSWER, 나중에 다시 시도해 주세요"
    })
    void aTransactionSaysWhatWasFound(String outcome, String said) {
        services.says("comparePayment", found -> found.put("outcome", outcome));
        Page page = browser.get(TRANSACTION).shows(200);
        browser.submit(page.form(TRANSACTION + "/compare"), Map.of()).leadsTo(TRANSACTION + "?compared=" + outcome);
        assertThat(services.heardOnce("comparePayment").in().path("paymentId").asText())
                .isEqualTo(PAYMENT);
        assertThat(browser.get(TRANSACTION + "?compared=" + outcome).shows(200).main())
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%3Cscript%3E", "NEWER"})
    void whatNobodyKnowsBreaksNothing(String outcome) {
        browser.get(TRANSACTION + "?compared=" + outcome).shows(200);
    }

    @Test
    void tooOftenSaysWhenToComeAgain() {
        services.refuses(
                "comparePayment", 429, "compared-just-now", "방금 4711", problem -> problem.put("retryAfter", 5));
        Page page = browser.get(TRANSACTION).shows(200);
        Page refused =
                browser.submit(page.form(TRANSACTION + "/compare"), Map.of()).shows(429);
        assertThat(refused.main()).contains("방금 4711", "5초", "회의실 A");
    }

    @Test
    void aPeriodIsStartedOnce() {
        Page page = browser.get(LIST).shows(200);
        assertThat(page.main()).contains("카카오페이와 다름", "27,000", "120건 중 120건", "LOWER_BALANCE");
        String key = page.value(LIST, "key");
        browser.submit(page.form(LIST), Map.of("from", "2026-11-01", "to", "2026-11-29"))
                .leadsTo(RUNNING);
        Heard sent = services.heardOnce("startComparison");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.body().toString()).isEqualTo("{\"from\":\"2026-11-01\",\"to\":\"2026-11-29\"}");
    }

    @ParameterizedTest
    @CsvSource({"400, to", "409, ''", "503, ''"})
    void whatIsRefusedComesBack(int status, String field) {
        services.refuses("startComparison", status, "refused", "이유 4711", problem -> {
            if (!field.isEmpty()) {
                problem.put("field", field);
            }
        });
        Page page = browser.get(LIST).shows(200);
        Page again = browser.submit(page.form(LIST), Map.of("from", "2026-10-01", "to", "2026-11-29"))
                .shows(status);
        assertThat(again.main()).contains("이유 4711");
        assertThat(again.value(LIST, "from")).isEqualTo("2026-10-01");
        assertThat(again.one("[name=to]").hasAttr("aria-invalid")).isEqualTo(field.equals("to"));
        // Sent again it is the same where it may have been taken.
        assertThat(again.value(LIST, "key").equals(page.value(LIST, "key"))).isEqualTo(status >= 500);
    }

    @Test
    void oneThatRunsFollowsItselfAndMayBeStopped() {
        services.says("getComparison", one -> one.put("status", "RUNNING").putNull("finishedAt"));
        Page page = browser.get(DONE).shows(200);
        String live = page.one("main [hx-get][hx-trigger]").attr("hx-get");
        Page part = browser.with("HX-Request", "true").get(live).shows(200);
        assertThat(part.source()).doesNotContain("<html", "<head");
        assertThat(part.html().select("[hx-get][hx-trigger]")).hasSize(1);
        browser.with("HX-Request", "");
        browser.submit(page.form(DONE + "/stop"), Map.of()).leadsTo(DONE);
        services.heardOnce("stopComparison");
    }

    @Test
    void oneThatIsDoneMovesNoMore() {
        Page page = browser.get(DONE).shows(200);
        assertThat(page.main()).contains("완료", "27,000원", "일치하지 않은 결제", "회의실 A");
        assertThat(page.html().select("main [hx-get], main form")).isEmpty();
        assertThat(page.links()).contains(TRANSACTION).anyMatch(link -> link.contains("cursor=cursor%2B%2F%3D5"));
    }

    @Test
    void emptyOnesSayWhy() {
        services.says("getComparisons", page -> ((ArrayNode) page.path("comparisons")).removeAll());
        services.says("getUnexplainedPayments", page -> ((ArrayNode) page.path("payments")).removeAll());
        services.says("getComparisonResults", page -> ((ArrayNode) page.path("payments")).removeAll());
        Page all = browser.get(LIST).shows(200);
        assertThat(all.main()).contains("아직 대조한 기간이 없습니다").doesNotContain("지금 카카오페이와 다른 결제");
        assertThat(browser.get(DONE).shows(200).main()).contains("대조한 모든 결제가 카카오페이와 일치합니다");
    }

    /// Who may only read starts and stops nothing.
    @Test
    void withoutThePermissionThereIsNoForm() {
        services.says("getLocations", page -> {
            ArrayNode permissions = (ArrayNode) page.path("locations").get(0).path("permissions");
            permissions.removeAll();
            permissions.add("payment:read");
        });
        services.says(
                "getComparison",
                one -> ((ObjectNode) one).put("status", "RUNNING").putNull("finishedAt"));
        assertThat(browser.get(LIST).shows(200).html().select("main form")).isEmpty();
        assertThat(browser.get(DONE).shows(200).html().select("main form")).isEmpty();
    }

    @Test
    void anotherLocationsComparisonIsNotThere() {
        services.refuses("getComparison", 404, "not-found", "없습니다");
        services.refuses("getComparisonResults", 404, "not-found", "없습니다");
        browser.get(DONE).shows(404);
    }
}
