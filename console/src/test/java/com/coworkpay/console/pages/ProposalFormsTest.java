package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.GoodDay;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.coworkpay.console.support.Waiting;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A refund that failed is recorded as given back another way; above the limit a second person approves that.
@ConsoleTest
class ProposalFormsTest extends PageTest {

    private static final String TRANSACTION = AT + "/transactions/" + PAYMENT;
    private static final String FORM = TRANSACTION + "/refunds/" + REFUND + "/resolution";
    private static final String ANSWER = FORM + "/approval";
    private static final String TAKE_BACK = FORM + "/withdrawal";

    private final Browser dohyun = Browser.anew().as("dohyun", "최도현", 1);

    @Test
    void aFailedRefundIsRecordedAsGivenBackAnotherWay() {
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "금액이 다릅니다"));
        Page transaction = browser.get(TRANSACTION).shows(200);
        assertThat(transaction.links()).contains(FORM);
        Page page = browser.get(FORM).shows(200);
        assertThat(page.main()).contains("5,000원", "설명 4712", "금액은 움직이지 않습니다", "승인 한도");
        browser.submit(page.form(FORM), Map.of("evidence", " 계좌 이체 4711 ", "note", ""))
                .leadsTo(TRANSACTION + "?done=resolved");
        Heard sent = services.heardOnce("resolveRefund");
        assertThat(sent.header("idempotency-key")).isEqualTo(page.value(FORM, "key"));
        assertThat(sent.body().path("outcome").asText()).isEqualTo("REFUNDED_ELSEWHERE");
        assertThat(sent.body().path("evidence").asText()).isEqualTo("계좌 이체 4711");
        assertThat(sent.body().path("aid").isMissingNode()
                        || sent.body().path("aid").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"transaction", "review"})
    void aboveTheLimitItIsSaidThatASecondPersonHasToApprove(String from) {
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "금액이 다릅니다"));
        services.says("resolveRefund", 202, GoodDay.of("withdrawProposedResolution"));
        boolean isTransaction = from.equals("transaction");
        String form = isTransaction ? FORM : AT + "/review/payments/" + PAYMENT + "/refunds/" + REFUND + "/resolution";
        Page page = browser.get(isTransaction ? FORM : AT + "/review").shows(200);
        Page after =
                browser.submit(page.form(form), Map.of("outcome", "REFUNDED_ELSEWHERE", "evidence", "이체", "note", ""));
        String next = (isTransaction ? TRANSACTION : AT + "/review") + "?done=resolutionProposed";
        after.leadsTo(next);
        assertThat(browser.get(next).shows(200).texts("[role=status]"))
                .anyMatch(text -> text.contains("다른 담당자의 승인을 기다립니다"));
    }

    @Test
    void onlyOneThatFailedIsRecorded() {
        assertThat(browser.get(TRANSACTION).shows(200).links()).doesNotContain(FORM);
        Page page = browser.get(FORM).shows(200);
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(page.main()).contains("실패한 환불이 아니거나");
        services.says("getRefunds", refunds -> {
            Waiting.ended("DECLINED", "dohyun", "x").accept(refunds);
            ((ObjectNode) refunds.path("refunds").get(0)).put("failure", "REFUNDED_ELSEWHERE");
        });
        assertThat(browser.get(FORM).shows(200).html().select("main form")).isEmpty();
        permissions("report:read", "payment:read");
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "x"));
        assertThat(browser.get(TRANSACTION).shows(200).links()).doesNotContain(FORM);
        assertThat(browser.get(FORM).shows(403).main()).contains("refund:resolve");
    }

    @ParameterizedTest
    @CsvSource({"400, evidence", "409, ''", "503, ''"})
    void whatIsRefusedComesBack(int status, String field) {
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "x"));
        services.refuses("resolveRefund", status, "refused", "이유 4711", problem -> {
            if (!field.isEmpty()) {
                problem.put("field", field);
            }
        });
        Page page = browser.get(FORM).shows(200);
        Page again = browser.submit(page.form(FORM), Map.of("evidence", "이체 4712", "note", "메모 4713"))
                .shows(status);
        assertThat(again.value(FORM, "evidence")).isEqualTo("이체 4712");
        assertThat(again.value(FORM, "note")).isEqualTo("메모 4713");
        assertThat(again.one("[name=evidence]").hasAttr("aria-invalid")).isEqualTo(!field.isEmpty());
        assertThat(again.value(FORM, "key").equals(page.value(FORM, "key"))).isEqualTo(status >= 500);
        assertThat(again.main()).contains(status >= 500 ? "버튼을 다시 누르세요" : "이유 4711");
    }

    @Test
    void whatWaitsIsListedWhereApprovalsAre() {
        waits("jun");
        services.says("getLocationRefundCounts", counts -> counts.put("proposedResolutions", 1));
        for (String path : List.of("/refunds?status=AWAITING_APPROVAL", "/review", "/transactions/" + PAYMENT)) {
            Page page = browser.get(AT + path).shows(200);
            assertThat(page.main())
                    .as(path)
                    .contains("승인을 기다리는 직접 처리", "150,000원", "다른 방법으로 환불함", "접수 번호 4711", "jun", "100,000원");
            assertThat(page.links()).as(path).contains(ANSWER).doesNotContain(TAKE_BACK);
        }
        assertThat(browser.get(AT + "/review").shows(200).html().select("form[action$=/resolution]"))
                .as("one waits of it: another would be refused")
                .noneMatch(form -> form.attr("action").contains("/refunds/"));
        assertThat(browser.get(AT + "/refunds?status=AWAITING_APPROVAL")
                        .shows(200)
                        .one("main [aria-current=page]")
                        .text())
                .isEqualTo("승인 대기 (2)");
        assertThat(browser.get(AT + "/overview").shows(200).main()).contains("승인을 기다리는 직접 처리: 1건");
        assertThat(services.heard("getProposedResolutions"))
                .filteredOn(asked -> asked.query().has("paymentId"))
                .singleElement()
                .satisfies(asked -> assertThat(
                                asked.query().path("paymentId").get(0).asText())
                        .isEqualTo(PAYMENT));
    }

    @Test
    void twoStepsAndItIsApproved() {
        waits("jun");
        Page first = browser.get(ANSWER).shows(200);
        Page second = browser.submit(first.form(ANSWER + "/confirm"), Map.of("answer", "APPROVED", "note", "확인"))
                .shows(200);
        assertThat(services.heard("answerProposedResolution")).isEmpty();
        assertThat(second.main()).contains("150,000원", "✓ 승인", "확인", "카카오페이에 한 번 더 확인하고");
        browser.submit(second.form(ANSWER), Map.of()).leadsTo(TRANSACTION + "?done=resolutionApproved");
        assertThat(services.heardOnce("answerProposedResolution").body().toString())
                .isEqualTo("{\"answer\":\"APPROVED\",\"note\":\"확인\"}");
        assertThat(browser.english()
                        .get(TRANSACTION + "?done=resolutionApproved")
                        .shows(200)
                        .texts("[role=status]"))
                .anyMatch(text -> text.contains("The resolution is recorded"));
    }

    @Test
    void toDeclineOneSaysWhy() {
        waits("jun");
        Page first = browser.get(ANSWER).shows(200);
        Page again = browser.submit(first.form(ANSWER + "/confirm"), Map.of("answer", "DECLINED", "note", " "))
                .shows(200);
        assertThat(again.main()).contains("거절하는 이유를 적으세요");
        Page second = browser.submit(again.form(ANSWER + "/confirm"), Map.of("note", "증빙이 다릅니다"))
                .shows(200);
        browser.submit(second.form(ANSWER), Map.of()).leadsTo(TRANSACTION + "?done=resolutionDeclined");
        assertThat(services.heardOnce("answerProposedResolution").body().toString())
                .isEqualTo("{\"answer\":\"DECLINED\",\"note\":\"증빙이 다릅니다\"}");
    }

    @ParameterizedTest
    @CsvSource({"409, resolution-too-early", "503, unavailable"})
    void anApprovalThatIsRefusedKeepsWhatWasTyped(int status, String type) {
        waits("jun");
        Page second = browser.submit(
                        browser.get(ANSWER).shows(200).form(ANSWER + "/confirm"),
                        Map.of("answer", "APPROVED", "note", "메모"))
                .shows(200);
        services.refuses("answerProposedResolution", status, type, "이유 4711");
        Page again = browser.submit(second.form(ANSWER), Map.of()).shows(status);
        assertThat(again.main()).contains(status == 503 ? "버튼을 다시 누르세요" : "이유 4711");
        assertThat(again.one("[name=note]").val()).isEqualTo("메모");
    }

    @Test
    void nobodyApprovesTheirOwnAndWhoProposedTakesItBack() {
        waits("minji");
        Page page = browser.get(TRANSACTION).shows(200);
        assertThat(page.main()).contains("본인이 요청한 직접 처리", Browser.console() + ANSWER);
        assertThat(page.links()).contains(TAKE_BACK).doesNotContain(ANSWER);
        assertThat(browser.get(ANSWER).shows(200).html().select("main form")).isEmpty();
        Page takeBack = browser.get(TAKE_BACK).shows(200);
        browser.submit(takeBack.form(TAKE_BACK), Map.of()).leadsTo(TRANSACTION + "?done=resolutionWithdrawn");
        services.heardOnce("withdrawProposedResolution");
        Page others = dohyun.signIn().get(TAKE_BACK).shows(200);
        assertThat(others.html().select("main form")).isEmpty();
        assertThat(others.main()).contains("직접 처리를 요청한 사람만");
    }

    @Test
    void whatNoLongerWaitsSaysSo() {
        for (String path : List.of(ANSWER, TAKE_BACK)) {
            Page page = browser.get(path).shows(200);
            assertThat(page.main()).contains("승인을 기다리지 않는 직접 처리");
            assertThat(page.html().select("main form")).isEmpty();
        }
        services.refuses("getProposedResolutions", 503, "unavailable", "이유 4711");
        assertThat(browser.get(ANSWER).shows(503).main()).contains("이유 4711");
        assertThat(browser.get(AT + "/review").shows(200).main()).contains("이유 4711", "booking-1");
    }

    private void waits(String by) {
        services.says("getRefunds", Waiting.ended("DECLINED", "dohyun", "x"));
        services.says("getProposedResolutions", page -> ((ArrayNode) page.path("resolutions"))
                .add(GoodDay.of("withdrawProposedResolution")
                        .put("proposedBy", by)
                        .putNull("ending")
                        .putNull("endedBy")
                        .putNull("endedAt")));
    }

    private void permissions(String... permissions) {
        services.says("getLocations", page -> {
            var given = ((ObjectNode) page.path("locations").get(0)).putArray("permissions");
            List.of(permissions).forEach(given::add);
        });
    }
}
