package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Connect, check, switches, disconnect. The key goes one way.
@ConsoleTest
class KakaoPayFormsTest extends PageTest {

    private static final String PAGE = AT + "/kakaopay";
    private static final String CONNECT = PAGE + "/connection";
    private static final String KEY = "PRD0123456789ABCDEF-of-this-test";

    enum Result {
        ACCEPTED,
        WRONG_KEY,
        WRONG_CID,
        DOMAIN_NOT_REGISTERED,
        NOT_ENABLED,
        IP_NOT_ALLOWED,
        QUOTA_EXCEEDED,
        NOT_REACHABLE,
        UNEXPECTED
    }

    @Test
    void connecting() {
        services.says("getKakaoPayConnection", EmptyTest::notConnected);
        Page page = browser.get(PAGE).shows(200);
        Page done = browser.submit(
                page.form(CONNECT), Map.of("kind", "SECRET_KEY", "key", " " + KEY + " ", "cid", "cwpaysec01"));
        done.leadsTo(PAGE + "?done=connected");
        assertThat(done.source() + done.location() + browser.cookies()).doesNotContain(KEY);
        Heard sent = services.heardOnce("connectKakaoPay");
        assertThat(sent.body().toString())
                .isEqualTo("{\"credentialKind\":\"SECRET_KEY\",\"key\":\"" + KEY + "\",\"cid\":\"CWPAYSEC01\"}");
        assertThat(sent.header("if-match")).isIn("", "\"7\"");
        assertThat(browser.get(PAGE + "?done=connected").shows(200).main()).contains("연결했습니다");
    }

    @ParameterizedTest
    @CsvSource({"400,key", "409,", "412,", "422,cid", "503,"})
    void whatIsRefusedComesBackWithoutTheKey(int status, @org.jspecify.annotations.Nullable String field) {
        services.says("getKakaoPayConnection", EmptyTest::notConnected);
        Page page = browser.get(PAGE).shows(200);
        services.refuses("connectKakaoPay", status, "refused", "이유 4711", problem -> {
            problem.put("retryAfter", 30);
            if (field != null) {
                problem.put("field", field);
            }
        });
        Page again = browser.submit(page.form(CONNECT), Map.of("kind", "ADMIN_KEY", "key", KEY, "cid", "CWPAYSEC01"))
                .shows(status);
        assertThat(again.main()).contains("이유 4711");
        assertThat(again.source()).as("the key never comes back").doesNotContain(KEY);
        assertThat(again.headers("Set-Cookie").toString() + again.location()).doesNotContain(KEY);
        assertThat(again.form(CONNECT).expectFirst("[name=cid]").val()).isEqualTo("CWPAYSEC01");
        assertThat(again.form(CONNECT).expectFirst("[name=kind][checked]").val())
                .isEqualTo("ADMIN_KEY");
        assertThat(again.form(CONNECT).expectFirst("[name=key]").val()).isEmpty();
        if (field != null) {
            assertThat(again.form(CONNECT).expectFirst("[name=" + field + "]").attr("aria-invalid"))
                    .isEqualTo("true");
        }
    }

    /// A fault of any service may repeat what it was sent; we do not.
    @Test
    void aKeyThatAServiceRepeatsIsNotShown() {
        typesAnything = true;
        Page page = browser.get(PAGE).shows(200);
        services.refuses("connectKakaoPay", 422, "refused", "키가 다릅니다.");
        Page again = browser.submit(page.form(CONNECT), Map.of("kind", KEY, "key", KEY, "cid", "CWPAYSEC01"));
        assertThat(again.form(CONNECT).select("[name=key]").val()).isEmpty();
        assertThat(again.html().select("input[type=password]").eachAttr("value"))
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @EnumSource
    void eachResultOfACheckHasWords(Result result) {
        services.says("checkKakaoPayConnection", check -> check.put("result", result.name())
                .put("accepted", result == Result.ACCEPTED)
                .put("message", "답 4711"));
        services.says("getKakaoPayConnection", connection -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                        connection.path("lastCheck"))
                .put("result", result.name()));
        Page page = browser.get(PAGE).shows(200);
        assertThat(page.main()).doesNotContain(result.name());
        Page answer = browser.follow(browser.submit(page.form(PAGE + "/check"), Map.of()))
                .shows(200);
        assertThat(answer.main()).doesNotContain(result.name());
        assertThat(services.heard("checkKakaoPayConnection")).hasSize(1);
    }

    @Test
    void switchesThatAreNotCheckedAreOff() {
        Page page = browser.get(PAGE).shows(200);
        assertThat(page.value(PAGE + "/settings", "version")).isEqualTo("7");
        browser.submit(page.form(PAGE + "/settings"), Map.of("payable", "EVENT_TICKET"))
                .leadsTo(PAGE + "?done=saved");
        Heard sent = services.heardOnce("changeKakaoPaySettings");
        assertThat(sent.header("if-match")).isEqualTo("\"7\"");
        assertThat(sent.body().toString())
                .contains(
                        "\"EVENT_TICKET\":true", "\"BOOKING\":false", "\"INVOICE\":false", "\"automaticRefunds\":true");
    }

    @Test
    void aChangeOfOthersIsShown() {
        Page page = browser.get(PAGE).shows(200);
        services.refuses("changeKakaoPaySettings", 412, "changed-meanwhile", "그 사이에 바뀌었습니다.");
        services.says("getKakaoPayConnection", connection -> connection.put("version", 9));
        Page again = browser.submit(page.form(PAGE + "/settings"), Map.of()).shows(412);
        assertThat(again.main()).contains("그 사이에 바뀌었습니다.");
        assertThat(again.value(PAGE + "/settings", "version")).isEqualTo("9");
    }

    @Test
    void disconnectingNeedsTheCid() {
        Page page = browser.get(PAGE + "/disconnect").shows(200);
        assertThat(page.main()).contains("CWPAYSEC01");
        assertThat(page.form(PAGE + "/disconnect").expectFirst("[name=cid]").val())
                .isEmpty();
        Page again = browser.submit(page.form(PAGE + "/disconnect"), Map.of("cid", "WRONGCID00"))
                .shows(422);
        assertThat(again.one("[name=cid]").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.one("[name=cid]").val()).isEqualTo("WRONGCID00");
        assertThat(services.heard("disconnectKakaoPay")).isEmpty();
        browser.submit(again.form(PAGE + "/disconnect"), Map.of("cid", "cwpaysec01"))
                .leadsTo(PAGE + "?done=disconnected");
        Heard sent = services.heard("disconnectKakaoPay").getLast();
        assertThat(sent.query().path("confirm").get(0).asText()).isEqualTo("true");
        assertThat(sent.header("if-match")).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "settings", "disconnect", "check"})
    void aFormThatLacksEverythingIsNoFault(String form) {
        typesAnything = true;
        Page answer = browser.post(PAGE + "/" + form, Map.of());
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(services.heard("disconnectKakaoPay")).isEmpty();
    }

    @Test
    void anAccountWhoseKeyIsRefusedSaysWhatToDo() {
        services.says("getKakaoPayConnection", connection -> connection
                .put("status", "CREDENTIAL_REFUSED")
                .putObject("refusal")
                .put("reason", "WRONG_KEY")
                .put("since", "2026-11-29T05:00:00Z")
                .putObject("whatToDo")
                .put("ko", "키를 교체하세요.")
                .put("en", "Replace the key."));
        assertThat(browser.get(PAGE).shows(200).main()).contains("키를 교체하세요.");
        assertThat(browser.english().get(PAGE).shows(200).main()).contains("Replace the key.");
    }

    @Test
    void theHistoryAndOtherAccountsNameNoKeys() {
        Page page = browser.get(PAGE).shows(200);
        assertThat(page.main()).contains("CWPAYOLD01");
        assertThat(List.of("PRD", "DEV", "sealed"))
                .noneMatch(word -> page.html().select("[value^=" + word + "]").size() > 0);
    }
}
