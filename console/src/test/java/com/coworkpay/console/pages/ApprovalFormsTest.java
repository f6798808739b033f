package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.coworkpay.console.support.Waiting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asking for a refund above the limit, approving, declining and taking back.
@ConsoleTest
class ApprovalFormsTest extends PageTest {

    private static final String TRANSACTION = AT + "/transactions/" + PAYMENT;
    private static final String REFUND_FORM = TRANSACTION + "/refund";
    private static final String ANSWER = TRANSACTION + "/refunds/" + REFUND + "/approval";
    private static final String CONFIRM = ANSWER + "/confirm";
    private static final String TAKE_BACK = TRANSACTION + "/refunds/" + REFUND + "/withdrawal";

    private Browser dohyun = Browser.anew();

    @BeforeEach
    void aRefundOfMinjiWaits() {
        services.says("getRefunds", Waiting.refund("minji", 1));
        dohyun = Browser.anew().as("dohyun", "최도현", 1).signIn();
    }

    @Test
    void twoStepsAndOneApproval() {
        Page first = dohyun.get(ANSWER).shows(200);
        assertThat(first.main()).contains("회의실 A, 2시간", "5,000원", "minji", "1명 중 0명 승인");
        Page second = dohyun.submit(first.form(CONFIRM), Map.of("answer", "APPROVED", "note", "확인"))
                .shows(200);
        assertThat(services.heard("answerRefundApproval"))
                .as("nothing is sent by looking")
                .isEmpty();
        assertThat(second.main()).contains("5,000원", "✓ 승인", "확인", "카카오페이에 보내며");
        assertThat(second.one("form[action=" + ANSWER + "] button.primary").text())
                .isEqualTo("5,000원 환불 승인");
        assertThat(second.value("/console/language", "back")).isEqualTo(ANSWER);
        dohyun.submit(second.form(ANSWER), Map.of()).leadsTo(TRANSACTION + "?done=refundApproved");
        Heard sent = services.heardOnce("answerRefundApproval");
        assertThat(sent.in().path("refundId").asText()).isEqualTo(REFUND);
        assertThat(sent.body().toString()).isEqualTo("{\"answer\":\"APPROVED\",\"amountKrw\":5000,\"note\":\"확인\"}");
        assertThat(dohyun.get(TRANSACTION + "?done=refundApproved").shows(200).texts("[role=status]"))
                .anyMatch(text -> text.contains("승인했습니다"));
    }

    @Test
    void theFirstOfTwoApprovalsSaysThatAnotherIsNeeded() {
        services.says("getRefunds", Waiting.refund("minji", 2));
        services.says("answerRefundApproval", refund -> Waiting.waits(refund, "minji", 2, "dohyun"));
        Page second = second(Map.of("answer", "APPROVED", "note", ""));
        assertThat(second.main()).contains("다른 담당자도 승인해야");
        dohyun.submit(second.form(ANSWER), Map.of()).leadsTo(TRANSACTION + "?done=refundApprovedInPart");
        assertThat(services.heardOnce("answerRefundApproval")
                        .body()
                        .path("note")
                        .asText(""))
                .isIn("", "null");
    }

    @Test
    void declining() {
        services.says(
                "answerRefundApproval", refund -> refund.put("status", "FAILED").put("failure", "APPROVAL_DECLINED"));
        Page second = second(Map.of("answer", "DECLINED", "note", "금액이 다릅니다"));
        assertThat(second.main()).contains("✕ 거절", "금액이 다릅니다", "환불되지 않으며");
        assertThat(second.one("form[action=" + ANSWER + "] button.danger").text())
                .isEqualTo("5,000원 환불 거절");
        dohyun.submit(second.form(ANSWER), Map.of()).leadsTo(TRANSACTION + "?done=refundDeclined");
        assertThat(services.heardOnce("answerRefundApproval").body().toString())
                .isEqualTo("{\"answer\":\"DECLINED\",\"amountKrw\":5000,\"note\":\"금액이 다릅니다\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLINED  | ''     | 거절하는 이유를 적으세요
            DECLINED  | '   '  | 거절하는 이유를 적으세요
            ''        | '메모' | 승인 또는 거절을 선택하세요
            WITHDRAWN | '메모' | 승인 또는 거절을 선택하세요
            """)
    void whatIsNoAnswerComesBack(String answer, String note, String why) {
        Page again = second(Map.of("answer", answer, "note", note));
        assertThat(again.main()).contains(why);
        assertThat(again.one("main [role=alert]").text()).contains(why);
        assertThat(again.one("[name=note]").val()).isEqualTo(note.strip());
        assertThat(again.html().select("[name=answer][value=DECLINED][checked]"))
                .hasSize(answer.equals("DECLINED") ? 1 : 0);
        assertThat(again.one("[name=note]").hasAttr("aria-invalid")).isEqualTo(answer.equals("DECLINED"));
        assertThat(services.heard("answerRefundApproval")).isEmpty();
    }

    @Test
    void whoGoesBackFindsWhatWasTyped() {
        Page second = second(Map.of("answer", "DECLINED", "note", "메모"));
        var back = second.form(ANSWER);
        assertThat(second.one("button[formaction]").attr("formaction")).isEqualTo(ANSWER + "/edit");
        back.attr("action", ANSWER + "/edit");
        Page first = dohyun.submit(back, Map.of()).shows(200);
        assertThat(first.one("[name=answer][checked]").val()).isEqualTo("DECLINED");
        assertThat(first.one("[name=note]").val()).isEqualTo("메모");
        assertThat(services.heard("answerRefundApproval")).isEmpty();
    }

    /// The service's words, what became of the refund, and no button that would do nothing.
    @Test
    void somebodyElseWasFaster() {
        Page second = second(Map.of("answer", "APPROVED", "note", ""));
        services.refuses("answerRefundApproval", 409, "not-awaiting-approval", "이유 4711");
        services.says("getRefunds", Waiting.ended("DECLINED", "sora", "이미 돌려주었습니다"));
        Page page = dohyun.submit(second.form(ANSWER), Map.of()).shows(409);
        assertThat(page.main()).contains("이유 4711", "✕ 실패", "✕ 거절 · sora", "이미 돌려주었습니다", "설명 4712");
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(page.links()).contains(TRANSACTION);
    }

    @Test
    void aChangedAmountIsShownAnew() {
        Page second = second(Map.of("answer", "APPROVED", "note", "메모"));
        services.refuses("answerRefundApproval", 409, "approval-amount-stale", "현재 금액은 4,000원입니다.");
        services.says("getRefunds", refunds -> {
            Waiting.refund("minji", 1).accept(refunds);
            ((ObjectNode) refunds.path("refunds").get(0)).put("amountKrw", 4000);
        });
        Page again = dohyun.submit(second.form(ANSWER), Map.of()).shows(409);
        assertThat(again.main()).contains("그사이에 변경되었습니다", "현재 금액은 4,000원입니다.", "4,000원");
        assertThat(again.one("[name=note]").val()).isEqualTo("메모");
        Page anew = dohyun.submit(again.form(CONFIRM), Map.of()).shows(200);
        assertThat(anew.value(ANSWER, "amountKrw")).isEqualTo("4000");
    }

    @ParameterizedTest
    @CsvSource({"400, invalid-request", "403, approver-concerned", "409, other", "429, other"})
    void whatIsRefusedIsSaidInTheServicesWords(int status, String type) {
        Page second = second(Map.of("answer", "APPROVED", "note", "메모"));
        services.refuses("answerRefundApproval", status, type, "이유 4711", problem -> problem.put("field", "note"));
        Page again = dohyun.submit(second.form(ANSWER), Map.of()).shows(status);
        assertThat(again.main()).contains("변경되지 않았습니다", "이유 4711");
        assertThat(again.one("[name=note]").val()).isEqualTo("메모");
        assertThat(again.one("[name=note]").attr("aria-invalid")).isEqualTo("true");
    }

    /// Whether it was taken is not known: the same form, whose answer counts once.
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void afterNoAnswerTheSameIsSentAgain(int status) {
        Page second = second(Map.of("answer", "DECLINED", "note", "메모"));
        services.refuses("answerRefundApproval", status, "unavailable", "지금은 안 됩니다.");
        services.refuses("getRefunds", 503, "unavailable", "지금은 안 됩니다.");
        sameForm(dohyun.submit(second.form(ANSWER), Map.of()).shows(status), second);
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsTheForm() {
        Page second = second(Map.of("answer", "APPROVED", "note", "메모"));
        services.hangs("answerRefundApproval");
        sameForm(dohyun.submit(second.form(ANSWER), Map.of()).shows(503), second);
        assertThat(services.heard("answerRefundApproval"))
                .as("sent once, never by itself again")
                .hasSize(1);
    }

    private static void sameForm(Page again, Page before) {
        assertThat(again.main()).contains("처리되었는지 알 수 없습니다", "버튼을 다시 누르세요");
        for (String field : new String[] {"answer", "note", "amountKrw", "last"}) {
            assertThat(again.value(ANSWER, field)).as(field).isEqualTo(before.value(ANSWER, field));
        }
    }

    @Test
    void aFormThatLacksEverythingIsNoFault() {
        typesAnything = true;
        services.refuses("answerRefundApproval", 400, "invalid-request", "이유 4711");
        for (String path : new String[] {ANSWER, CONFIRM, ANSWER + "/edit", TAKE_BACK}) {
            assertThat(dohyun.post(path, Map.of()).status()).as(path).isBetween(200, 499);
        }
    }

    @Test
    void takingBack() {
        Page page = browser.get(TAKE_BACK).shows(200);
        assertThat(page.main()).contains("5,000원", "1명 중 0명 승인", "환불되지 않으며");
        browser.submit(page.form(TAKE_BACK), Map.of("note", "잘못 눌렀습니다")).leadsTo(TRANSACTION + "?done=refundWithdrawn");
        assertThat(services.heardOnce("withdrawRefund").body().toString()).isEqualTo("{\"note\":\"잘못 눌렀습니다\"}");
        assertThat(dohyun.get(TAKE_BACK).shows(200).html().select("main form"))
                .as("somebody else's")
                .isEmpty();
    }

    @Test
    void takingBackTooLateSaysWhatBecameOfIt() {
        Page page = browser.get(TAKE_BACK).shows(200);
        services.refuses("withdrawRefund", 409, "not-awaiting-approval", "이유 4711");
        services.says("getRefunds", Waiting.ended("DECLINED", "sora", "안 됩니다"));
        Page late = browser.submit(page.form(TAKE_BACK), Map.of()).shows(409);
        assertThat(late.main()).contains("이유 4711", "✕ 거절 · sora");
        assertThat(late.html().select("main form")).isEmpty();
    }

    @Test
    void takingBackWithoutAnAnswerKeepsTheForm() {
        Page page = browser.get(TAKE_BACK).shows(200);
        services.refuses("withdrawRefund", 503, "unavailable", "지금은 안 됩니다.");
        Page again = browser.submit(page.form(TAKE_BACK), Map.of("note", "메모")).shows(503);
        assertThat(again.main()).contains("처리되었는지 알 수 없습니다", "버튼을 다시 누르세요");
        assertThat(again.value(TAKE_BACK, "note")).isEqualTo("메모");
    }

    /// Who asks for more than the limit reads it before; the service's answer says what happened.
    @Test
    void aRefundAboveTheLimitSaysSoBefore() {
        services.says("getRefunds", refunds -> refunds.put("approvalLimitKrw", 9999));
        Page above = summary("5000");
        assertThat(above.main()).contains("지점의 승인 한도(9,999원)", "다른 담당자의 승인이 필요합니다");
        assertThat(above.one("form[action=" + REFUND_FORM + "] button.primary").text())
                .isEqualTo("5,000원 환불 요청");
        services.refuses("requestRefund", 503, "unavailable", "지금은 안 됩니다.");
        Page again = browser.submit(above.form(REFUND_FORM), Map.of()).shows(503);
        assertThat(again.main()).contains("지점의 승인 한도(9,999원)");
        services.says("requestRefund", refund -> Waiting.waits(refund, "minji", 1));
        browser.submit(again.form(REFUND_FORM), Map.of()).leadsTo(TRANSACTION + "?done=refundWaits");
    }

    @Test
    void upToTheLimitNothingIsSaidOfIt() {
        services.says("getRefunds", refunds -> refunds.put("approvalLimitKrw", 10000));
        Page atTheLimit = summary("5000");
        assertThat(atTheLimit.main()).doesNotContain("승인").contains("되돌릴 수 없습니다");
        assertThat(atTheLimit
                        .one("form[action=" + REFUND_FORM + "] button.primary")
                        .text())
                .isEqualTo("5,000원 환불");
        services.says("getRefunds", refunds -> refunds.putNull("approvalLimitKrw"));
        assertThat(summary("17000").main()).as("not known yet").doesNotContain("승인");
    }

    @Test
    void allThatIsLeftCountsToo() {
        services.says("getRefunds", refunds -> refunds.put("approvalLimitKrw", 21999));
        Page first = browser.get(REFUND_FORM).shows(200);
        assertThat(browser.submit(first.form(REFUND_FORM + "/confirm"), Map.of("part", "all"))
                        .shows(200)
                        .main())
                .contains("21,999원");
    }

    private Page summary(String amount) {
        Page first = browser.get(REFUND_FORM).shows(200);
        return browser.submit(first.form(REFUND_FORM + "/confirm"), Map.of("part", "part", "amount", amount))
                .shows(200);
    }

    private Page second(Map<String, String> typed) {
        return dohyun.submit(dohyun.get(ANSWER).shows(200).form(CONFIRM), typed).shows(200);
    }
}
