package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Waiting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A refund that waits for another person, as each of those concerned sees it.
@ConsoleTest
class ApprovalTest extends PageTest {

    private static final String TRANSACTION = AT + "/transactions/" + PAYMENT;
    private static final String ANSWER = TRANSACTION + "/refunds/" + REFUND + "/approval";
    private static final String TAKE_BACK = TRANSACTION + "/refunds/" + REFUND + "/withdrawal";

    @Test
    void whoMayApproveItSeesAllOfItAndTheWayToAnswer() {
        services.says("getRefunds", Waiting.refund("minji", 2, "sora"));
        Page page = dohyun().get(TRANSACTION).shows(200);
        assertThat(page.one("section[aria-labelledby=waits-" + REFUND + "]").text())
                .contains("승인을 기다리는 환불", "5,000원", "minji", "고객 요청", "전화로 요청")
                .contains("2명 중 1명 승인", "3,000원", "2026. 12. 7. (월) 09:00 KST")
                .contains("✓ 승인 · sora · 2026. 11. 29. (일) 16:00", "영수증을 보았습니다");
        assertThat(page.links()).contains(ANSWER).doesNotContain(TAKE_BACK);
        assertThat(page.html().select("#transaction[hx-get][hx-trigger]"))
                .as("live while it waits")
                .hasSize(1);
        Page part = dohyun().with("HX-Request", "true").get(TRANSACTION).shows(200);
        assertThat(part.links()).contains(ANSWER);
        assertThat(dohyun().english().get(TRANSACTION).shows(200).main())
                .contains("A refund waits for approval", "1 of 2", "✓ approved · sora", "Approve or decline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dohyun | dohyun | minji  | 본인이 요청한 환불은 다른 담당자가 승인해야 합니다
            dohyun | minji  | dohyun | 이미 승인했습니다
            jisoo  | minji  | sora   | 본인에게 돌아가는 환불
            """)
    void whoMayNotApproveItReadsWhy(String person, String asked, String approved, String why) {
        services.says("getRefunds", Waiting.refund(asked, 2, approved));
        Browser who = Browser.anew().as(person, person, 1).signIn();
        Page page = who.get(TRANSACTION).shows(200);
        assertThat(page.main()).contains(why, "refund:approve", Browser.console() + ANSWER);
        assertThat(page.links()).doesNotContain(ANSWER);
        Page answer = who.get(ANSWER).shows(200);
        assertThat(answer.main()).contains(why);
        assertThat(answer.html().select("main form")).as("no dead button").isEmpty();
        assertThat(who.post(ANSWER + "/confirm", Map.of("answer", "APPROVED"))
                        .shows(200)
                        .html()
                        .select("main form"))
                .isEmpty();
    }

    @Test
    void withoutThePermissionItIsSaidAndNotOffered() {
        services.says("getRefunds", Waiting.refund("minji", 1));
        permissions("report:read", "payment:read");
        Page page = dohyun().get(TRANSACTION).shows(200);
        assertThat(page.main()).contains("환불 승인 권한(refund:approve)이 없습니다");
        assertThat(page.links()).doesNotContain(ANSWER, TAKE_BACK);
        assertThat(dohyun().get(ANSWER).shows(403).main()).contains("refund:approve");
        assertThat(browser.get(TRANSACTION).shows(200).links())
                .as("who asked, without refund:create")
                .doesNotContain(TAKE_BACK);
        assertThat(browser.get(TAKE_BACK).shows(403).main()).contains("refund:create");
        assertThat(services.heard("answerRefundApproval")).isEmpty();
    }

    @Test
    void whoAskedSendsTheAddressOnOrTakesItBack() {
        services.says("getRefunds", Waiting.refund("minji", 1));
        Page page = browser.get(TRANSACTION + "?done=refundWaits").shows(200);
        assertThat(page.texts("[role=status]")).anyMatch(text -> text.contains("다른 담당자의 승인을 기다립니다"));
        assertThat(page.main()).contains("주소를 보내세요");
        assertThat(page.one("button[data-copy^=http]").attr("data-copy")).isEqualTo(Browser.console() + ANSWER);
        assertThat(page.links()).contains(TAKE_BACK);
    }

    @Test
    void whatWasAnsweredStaysWithTheRefund() {
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "금액이 다릅니다"));
        Page page = browser.get(TRANSACTION).shows(200);
        assertThat(page.main()).contains("설명 4712", "✕ 거절 · dohyun", "금액이 다릅니다");
        assertThat(page.html().select("[id^=waits-]")).isEmpty();
    }

    /// Its own page, opened by an address that somebody sent, when all is over.
    @Test
    void whatIsOverSaysWhatBecameOfIt() {
        services.says("getRefunds", Waiting.ended("WITHDRAWN", "minji", "잘못 눌렀습니다"));
        for (String path : List.of(ANSWER, TAKE_BACK)) {
            Page page = browser.get(path).shows(200);
            assertThat(page.main()).contains("승인을 기다리지 않는 환불", "✕ 실패", "설명 4712", "– 요청 취소 · minji");
            assertThat(page.html().select("main form")).as(path).isEmpty();
            assertThat(page.links()).contains(TRANSACTION);
        }
    }

    @Test
    void anotherPaymentsRefundIsNoPage() {
        services.says("getRefunds", Waiting.refund("minji", 1));
        String other = TRANSACTION + "/refunds/0199c309-9999-7c11-8a55-0242ac120009/";
        for (String path : List.of("approval", "withdrawal")) {
            dohyun().get(other + path).shows(404);
        }
        services.refuses("getRefunds", 503, "unavailable", "이유 4711");
        assertThat(dohyun().get(ANSWER).shows(503).main()).contains("이유 4711");
    }

    @Test
    void withoutPaymentServiceItCanStillBeAnswered() {
        services.says("getRefunds", Waiting.refund("minji", 1));
        services.refuses("getPayment", 503, "unavailable", "이유 4711");
        assertThat(dohyun().get(ANSWER).shows(200).html().select("main form")).hasSize(1);
    }

    @Test
    void theListHasATabAndTheOverviewSaysHowMany() {
        services.says(
                "getLocationRefunds",
                page -> Waiting.waits((ObjectNode) page.path("refunds").get(0).path("refund"), "minji", 1));
        Page list = browser.get(AT + "/refunds?status=AWAITING_APPROVAL").shows(200);
        assertThat(list.one("main [aria-current=page]").text()).isEqualTo("승인 대기 (1)");
        assertThat(list.main()).contains("1명 중 0명 승인", "승인 기한: 2026. 12. 7. (월) 09:00");
        assertThat(services.heardOnce("getLocationRefunds")
                        .query()
                        .path("status")
                        .toString())
                .isEqualTo("[\"AWAITING_APPROVAL\"]");
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.texts("a[href=" + AT + "/refunds?status=AWAITING_APPROVAL]"))
                .containsExactly("승인을 기다리는 환불: 1건");
        permissions("report:read", "payment:read");
        assertThat(browser.get(AT + "/overview").shows(200).links())
                .as("who may not approve")
                .doesNotContain(AT + "/refunds?status=AWAITING_APPROVAL");
        permissions("report:read", "payment:read", "refund:approve");
        services.says("getLocationRefundCounts", counts -> counts.put("awaitingApproval", 0));
        assertThat(browser.get(AT + "/overview").shows(200).links())
                .doesNotContain(AT + "/refunds?status=AWAITING_APPROVAL");
    }

    /// "Nothing waits" would be wrong.
    @Test
    void whileOneWaitsTheOverviewDoesNotSayThatNothingDoes() {
        services.says("getLocationRefundCounts", counts -> counts.put("inManualReview", 0));
        services.says("getPaymentsInManualReview", page -> page.putArray("payments"));
        assertThat(browser.get(AT + "/overview").shows(200).main()).doesNotContain("확인이 필요한 건이 없습니다");
    }

    private void permissions(String... permissions) {
        services.says("getLocations", page -> {
            var given = ((ObjectNode) page.path("locations").get(0)).putArray("permissions");
            List.of(permissions).forEach(given::add);
        });
    }

    private static Browser dohyun() {
        return Browser.anew().as("dohyun", "최도현", 1).signIn();
    }
}
