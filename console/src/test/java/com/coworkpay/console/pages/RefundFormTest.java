package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A refund by hand: two steps, one key, the balance that was seen.
@ConsoleTest
class RefundFormTest extends PageTest {

    private static final String FIRST = AT + "/transactions/" + PAYMENT + "/refund";
    private static final String CONFIRM = FIRST + "/confirm";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void twoStepsAndOneRefund() {
        Page first = browser.get(FIRST).shows(200);
        String key = first.value(CONFIRM, "key");
        assertThat(key).matches(UUID);
        Page second = browser.submit(
                        first.form(CONFIRM),
                        Map.of("part", "part", "amount", "5,000", "reason", "DUPLICATE", "note", "두 번 결제"))
                .shows(200);
        assertThat(services.heard("requestRefund"))
                .as("nothing is sent by looking")
                .isEmpty();
        assertThat(second.main()).contains("5,000원", "12,000원", "두 번 결제");
        assertThat(second.one("form[action=" + FIRST + "] button.primary").text())
                .contains("5,000원");
        assertThat(second.value(FIRST, "key")).isEqualTo(key);
        assertThat(second.value(FIRST, "balanceKrw")).isEqualTo("17000");
        browser.submit(second.form(FIRST), Map.of()).leadsTo(AT + "/transactions/" + PAYMENT + "?done=refundRequested");
        Heard sent = services.heardOnce("requestRefund");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.body().toString())
                .isEqualTo("{\"amountKrw\":5000,\"balanceKrw\":17000,\"reason\":\"DUPLICATE\",\"note\":\"두 번 결제\"}");
    }

    @Test
    void whoGoesBackFindsWhatWasTyped() {
        Page second = confirmed(Map.of("part", "part", "amount", "5000", "reason", "DUPLICATE", "note", "메모"));
        assertThat(second.one("button[formaction]").attr("formaction")).isEqualTo(FIRST + "/edit");
        String key = second.value(FIRST, "key");
        var back = second.form(FIRST);
        back.attr("action", FIRST + "/edit");
        Page first = browser.submit(back, Map.of()).shows(200);
        assertThat(first.one("[name=amount]").val()).isEqualTo("5000");
        assertThat(first.one("[name=note]").val()).isEqualTo("메모");
        assertThat(first.one("[name=part][checked]").val()).isEqualTo("part");
        assertThat(first.one("select[name=reason] option[selected]").val()).isEqualTo("DUPLICATE");
        assertThat(first.value(CONFIRM, "key")).isEqualTo(key);
        assertThat(services.heard("requestRefund")).isEmpty();
    }

    @Test
    void allThatIsLeftIsNotAnAmount() {
        Page first = browser.get(FIRST).shows(200);
        Page second = browser.submit(first.form(CONFIRM), Map.of("part", "all", "amount", "5000"))
                .shows(200);
        assertThat(second.one("form[action=" + FIRST + "] button.primary").text())
                .contains("17,000원");
        browser.submit(second.form(FIRST), Map.of());
        Heard sent = services.heardOnce("requestRefund");
        assertThat(sent.body().path("amountKrw").isNull()
                        || sent.body().path("amountKrw").isMissingNode())
                .isTrue();
        assertThat(sent.body().path("balanceKrw").asLong()).isEqualTo(17000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "17001", "-5", "5.5", "5만", "abc", "99999999999999999999", "٣٤", "1e3", "<b>"})
    void whatIsNoAmountComesBack(String amount) {
        Page first = browser.get(FIRST).shows(200);
        Page again = browser.submit(
                first.form(CONFIRM), Map.of("part", "part", "amount", amount, "reason", "OTHER", "note", "메모"));
        again.shows(again.status());
        assertThat(again.status()).isIn(200, 422);
        assertThat(again.one("[name=amount]").val()).isEqualTo(amount);
        assertThat(again.one("[name=amount]").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.one("[name=note]").val()).isEqualTo("메모");
        assertThat(again.one("select[name=reason] option[selected]").val()).isEqualTo("OTHER");
        assertThat(again.one("[name=part][checked]").val()).isEqualTo("part");
        assertThat(services.heard("requestRefund")).isEmpty();
    }

    /// The balance changed: the new one is shown, what was typed stays, and a new key goes with the new balance.
    @Test
    void aStaleBalanceIsShownAnew() {
        Page second = confirmed(Map.of("part", "part", "amount", "5000", "reason", "OTHER", "note", "메모"));
        services.refuses("requestRefund", 409, "balance-stale", "남은 금액이 바뀌었습니다.");
        services.says("getRefunds", refunds -> refunds.put("balanceKrw", 4000));
        Page again = browser.submit(second.form(FIRST), Map.of()).shows(409);
        assertThat(again.main()).contains("남은 금액이 바뀌었습니다.", "4,000원");
        assertThat(again.one("[name=amount]").val()).isEqualTo("5000");
        assertThat(again.one("[name=note]").val()).isEqualTo("메모");
        assertThat(again.value(CONFIRM, "key")).isNotEqualTo(second.value(FIRST, "key"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void whatIsRefusedComesBack(int status) {
        Page second = confirmed(Map.of("part", "part", "amount", "5000", "note", "메모"));
        services.refuses("requestRefund", status, "refused", "이유 4711", problem -> problem.put("field", "amountKrw"));
        Page again = browser.submit(second.form(FIRST), Map.of()).shows(status);
        assertThat(again.main()).contains("이유 4711");
        assertThat(again.one("[name=amount]").val()).isEqualTo("5000");
        assertThat(again.one("[name=amount]").attr("aria-invalid")).isEqualTo("true");
    }

    /// It is not known whether it was taken: the same form with the same key and balance.
    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void afterNoAnswerTheSameKeyIsSentAgain(int status) {
        Page second = confirmed(Map.of("part", "part", "amount", "5000", "note", "메모"));
        services.refuses("requestRefund", status, "unavailable", "지금은 안 됩니다.");
        services.says("getRefunds", refunds -> refunds.put("balanceKrw", 12000));
        Page again = browser.submit(second.form(FIRST), Map.of());
        again.shows(again.status());
        assertThat(again.status()).isGreaterThanOrEqualTo(500);
        assertThat(again.main()).contains("버튼을 다시 누르세요");
        for (String field : new String[] {"key", "part", "amount", "reason", "note", "balanceKrw"}) {
            assertThat(again.value(FIRST, field)).as(field).isEqualTo(second.value(FIRST, field));
        }
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsTheForm() {
        Page second = confirmed(Map.of("part", "all"));
        services.hangs("requestRefund");
        Page again = browser.submit(second.form(FIRST), Map.of());
        again.shows(503);
        assertThat(again.value(FIRST, "key")).isEqualTo(second.value(FIRST, "key"));
        assertThat(services.heard("requestRefund"))
                .as("sent once, never by itself again")
                .hasSize(1);
    }

    @Test
    void withNothingLeftThereIsNoForm() {
        services.says("getRefunds", refunds -> refunds.put("balanceKrw", 0).put("refundedKrw", 22000));
        Page page = browser.get(FIRST).shows(200);
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(page.main()).contains("환불할 수 있는 금액이 없습니다");
    }

    @Test
    void aFormThatLacksEverythingIsNoFault() {
        typesAnything = true;
        services.refuses("requestRefund", 400, "idempotency-key", "키가 없습니다.");
        for (String path : new String[] {FIRST, CONFIRM}) {
            Page answer = browser.post(path, Map.of());
            assertThat(answer.status()).as(path).isBetween(200, 499);
        }
        assertThat(services.heard("requestRefund"))
                .as("the service refuses a key that is none")
                .allMatch(each -> each.header("idempotency-key").isEmpty());
    }

    private Page confirmed(Map<String, String> typed) {
        Browser who = browser;
        return who.submit(who.get(FIRST).shows(200).form(CONFIRM), typed).shows(200);
    }
}
