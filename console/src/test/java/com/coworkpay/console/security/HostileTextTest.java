package com.coworkpay.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.GoodDay;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text from outside is text, wherever it stands, and says what it seems to say.
@ConsoleTest
class HostileTextTest extends PageTest {

    private static final String LETTER = "0199c305-5555-7c11-8a55-0242ac120007";

    private static final Set<String> FREE = Set.of(
            "description",
            "note",
            "payerId",
            "title",
            "name",
            "connectedBy",
            "requestedBy",
            "cardCompany",
            "cancellationId",
            "representative",
            "address",
            "businessNumber",
            "phone",
            "by",
            "why",
            "value",
            "key",
            "refusal",
            "eventType",
            "eventId",
            "actedBy",
            "topic",
            "command");

    static List<String> hostile() {
        return List.of(
                "<script>alert(4711)</script>",
                "\"><img src=x onerror=alert(4711)>",
                "' onmouseover='alert(4711)",
                "</title></textarea></svg><svg onload=alert(4711)>",
                "{msg:signOut}{config:property('quarkus.oidc.credentials.secret')}",
                "&lt;script&gt;alert(4711)&lt;/script&gt;",
                "22,000원\u202E원000,1\u202C",
                "\u2066hidden\u2069\u200B\u200F");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isEscapedAndVisible(String text) {
        for (String operation : List.of(
                "getLocations",
                "getTransactions",
                "getTransaction",
                "getPayment",
                "getRefunds",
                "getLocationRefunds",
                "getSetAsideCancellations",
                "getKakaoPayConnection",
                "getKakaoPayHistory",
                "getPaymentAudit",
                "getRefundAudit",
                "getReportAudit",
                "getDeadLetters",
                "getDeadLetter")) {
            services.says(operation, body -> poison(body, text));
        }
        for (String path : List.of(
                "/console/locations",
                AT + "/overview",
                AT + "/transactions",
                AT + "/transactions/" + PAYMENT,
                AT + "/refunds",
                AT + "/review",
                AT + "/schedules",
                AT + "/refund-batches",
                AT + "/refund-batches/0199c306-1111-7c11-8a55-0242ac120008",
                AT + "/comparisons",
                AT + "/comparisons/0199c305-1111-7c11-8a55-0242ac120005",
                AT + "/schedules/change?kind=DEFAULT",
                AT + "/kakaopay",
                "/console/dead-letters",
                "/console/dead-letters/refund/" + LETTER)) {
            harmless(browser.get(path).shows(200), path);
        }
    }

    /// What colleagues wrote and typed about a refund that waits.
    @ParameterizedTest
    @MethodSource("hostile")
    void approvalsAreText(String text) {
        String page = AT + "/transactions/" + PAYMENT;
        String below = page + "/refunds/" + REFUND;
        services.says("getRefunds", body -> {
            Waiting.refund("minji", 2, "sora").accept(body);
            poison(body.path("refunds").get(0).path("approval"), text);
            ((ObjectNode) body.path("refunds").get(0)).put("note", text);
        });
        for (String path : List.of(page, below + "/withdrawal")) {
            Page shown = browser.get(path).shows(200);
            assertThat(shown.main()).contains("2명 중 1명 승인");
            harmless(shown, path);
        }
        Browser dohyun = Browser.anew().as("dohyun", "최도현", 1).signIn();
        Page first = dohyun.get(below + "/approval").shows(200);
        harmless(first, "first");
        Page second = dohyun.submit(first.form(below + "/approval/confirm"), Map.of("answer", "DECLINED", "note", text))
                .shows(200);
        assertThat(second.value(below + "/approval", "note")).isEqualTo(text);
        harmlessMarkup(second);
    }

    /// What a colleague wrote about a resolution that waits.
    @ParameterizedTest
    @MethodSource("hostile")
    void proposedResolutionsAreText(String text) {
        services.says("getProposedResolutions", page -> {
            ObjectNode one = GoodDay.of("withdrawProposedResolution").putNull("ending");
            one.put("evidence", text).put("note", text).put("aid", text).put("proposedBy", text);
            ((ArrayNode) page.path("resolutions")).add(one);
        });
        String below = AT + "/transactions/" + PAYMENT;
        for (String path : List.of(below, below + "/refunds/" + REFUND + "/resolution/approval", AT + "/review")) {
            Page shown = browser.get(path).shows(200);
            assertThat(shown.main()).contains("150,000원");
            harmless(shown, path);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isEscapedForPayersToo(String text) {
        services.says("getCheckout", body -> {
            poison(body, text);
            body.put("returnUrl", "https://portal.example/?x=1&y=%22%3E");
        });
        String checkout = "/checkout/0199c302-2222-7c11-8a55-0242ac120004/c2lnbmF0dXJlLW9mLXRoZS10ZXN0";
        harmless(browser.get(checkout).shows(200), checkout);
    }

    /// What a person typed comes back as it was typed.
    @ParameterizedTest
    @MethodSource("hostile")
    void whatWasTypedIsEscaped(String text) {
        String encoded = com.coworkpay.console.support.Browser.escaped(text);
        Page search = browser.get(AT + "/transactions?search=" + encoded + "&minKrw=" + encoded)
                .shows(200);
        assertThat(search.one("[name=search]").val()).isEqualTo(text);
        harmlessMarkup(search);
        Page locations = browser.get("/console/locations?query=" + encoded).shows(200);
        harmlessMarkup(locations);
        String first = AT + "/transactions/" + PAYMENT + "/refund";
        Page again = browser.submit(
                browser.get(first).form(first + "/confirm"),
                Map.of("part", "part", "amount", "x" + text, "note", text));
        assertThat(again.one("[name=note]").val()).isEqualTo(text);
        harmlessMarkup(again);
    }

    /// A sentence of a service is text as well.
    @Test
    void aProblemsDetailIsText() {
        services.refuses("getTransactions", 503, "unavailable", "<script>alert(4711)</script>");
        harmlessMarkup(browser.get(AT + "/transactions").shows(200));
        services.refuses("getLocations", 503, "unavailable", "<script>alert(4711)</script>");
        harmlessMarkup(browser.get(AT + "/transactions").shows(503));
    }

    /// What is no id of ours never becomes a part of a service's address.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/gangnam%2F..%2Fbusan/transactions",
                "/console/..%2f..%2finternal/overview",
                "/console/%2e%2e/transactions",
                "/console/gangnam%3Fx=1/transactions",
                "/console/gangnam%00/transactions",
                "/console/gangnam%0d%0aX-Evil:%20y/kakaopay",
                "/console/강남/overview",
                "/console/gangnam/transactions/..%2f..%2fbusan",
                "/console/gangnam/transactions/0199c300-7d4a-7c11-8a55-0242ac12000g",
                "/console/gangnam/transactions/0199c300-7d4a-7c11-8a55-0242ac120002%2frefund",
                "/console/gangnam/transactions/------------------------------------",
                "/console/dead-letters/refund/..%2f..%2fx",
                "/console/dead-letters/integration/0199c305-5555-7c11-8a55-0242ac120007",
                "/console/dead-letters?service=..%2fx",
                "/checkout/0199c302-2222-7c11-8a55-0242ac120004/..%2f..%2fabcdefgh12345678",
                "/checkout/------------------------------------/c2lnbmF0dXJlLW9mLXRoZS10ZXN0"
            })
    void whatIsNoIdReachesNoService(String path) {
        services = com.coworkpay.console.support.Services.onAGoodDay();
        Page answer = browser.getOnce(path.replace("강남", "%EA%B0%95%EB%82%A8"));
        assertThat(answer.status()).isIn(400, 404);
        assertThat(services.heardNothing()).as("asked: " + path).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "..%2f..%2fx", "0199c300-7d4a-7c11-8a55-0242ac120002%2fx"})
    void noFormLeadsElsewhere(String id) {
        for (String path : List.of(
                "/review/payments/" + id + "/inquiry",
                "/review/payments/" + id + "/resolution",
                "/review/payments/" + PAYMENT + "/refunds/" + id + "/inquiry",
                "/review/payments/" + PAYMENT + "/refunds/" + id + "/resolution",
                "/review/cancellations/" + id + "/release",
                "/transactions/" + PAYMENT + "/refunds/" + id + "/approval",
                "/transactions/" + PAYMENT + "/refunds/" + id + "/withdrawal",
                "/transactions/" + id + "/refund")) {
            services = com.coworkpay.console.support.Services.onAGoodDay();
            Page answer = browser.post(
                    AT + path,
                    Map.of(
                            "key",
                            "k",
                            "outcome",
                            "PAID",
                            "evidence",
                            "e",
                            "note",
                            "n",
                            "part",
                            "all",
                            "reason",
                            "OTHER",
                            "balanceKrw",
                            "1"));
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(services.heardNothing()).as("asked: " + path).isTrue();
        }
    }

    private static void harmless(Page page, String path) {
        harmlessMarkup(page);
        assertThat(page.source().codePoints())
                .as(path)
                .noneMatch(each -> Character.getType(each) == Character.FORMAT && each != 0x200D);
    }

    private static void harmlessMarkup(Page page) {
        assertThat(page.html().select("script:not([src]), [onerror], [onload], [onmouseover], img"))
                .isEmpty();
        assertThat(page.source()).doesNotContain("the-console-of-the-test");
    }

    private static void poison(JsonNode node, String text) {
        node.forEach(each -> poison(each, text));
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member ->
                            FREE.contains(member.getKey()) && member.getValue().isTextual())
                    .forEach(member -> member.setValue(object.textNode(text)));
        }
    }
}
