package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dead letters of all services, for operators.
@ConsoleTest
class DeadLettersTest extends PageTest {

    private static final String LIST = "/console/dead-letters";
    private static final String ONE = LIST + "/refund/0199c305-5555-7c11-8a55-0242ac120007";

    @Test
    void theOpenOnesOfAllServicesAreListed() {
        Page page = browser.get(LIST).shows(200);
        assertThat(page.html().select("section")).hasSize(3);
        assertThat(page.main()).contains("booking.cancelled.v1", "여러 번 실패함", "booking.events");
        assertThat(page.links()).contains(ONE).noneMatch(link -> link.contains("cursor="));
        assertThat(services.heard("getDeadLetters"))
                .hasSize(3)
                .allMatch(each -> each.query().path("status").get(0).asText().equals("OPEN"));
    }

    @Test
    void oneServiceHasPagesAndFilters() {
        Page page = browser.get(LIST + "?service=reporting&status=ALL&kind=UNREADABLE&topic=payment.events&cursor=x%2B")
                .shows(200);
        var asked = services.heardOnce("getDeadLetters").query();
        assertThat(asked.has("status")).isFalse();
        assertThat(asked.path("kind").get(0).asText()).isEqualTo("UNREADABLE");
        assertThat(asked.path("topic").get(0).asText()).isEqualTo("payment.events");
        assertThat(asked.path("cursor").get(0).asText()).isEqualTo("x+");
        assertThat(page.links())
                .anyMatch(link -> link.contains("service=reporting") && link.contains("cursor=older%2B%2F%3D3"));
    }

    @Test
    void whereNothingWaitsThePageSaysSo() {
        services.says("getDeadLetters", EmptyTest::empty);
        Page page = browser.get(LIST).shows(200);
        assertThat(page.main()).contains("메시지가 없습니다");
        assertThat(page.html().select("table")).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesTheOthers() {
        services.hangs("reporting:getDeadLetters");
        Page page = browser.get(LIST).shows(200);
        assertThat(page.html().select("section table")).hasSize(2);
        assertThat(page.html().select("section .alert")).hasSize(1);
        services.hangs("refund:getDeadLetter");
        browser.get(ONE).shows(503);
    }

    @Test
    void whoIsNoOperatorIsShownWhichPermissionItTakes() {
        services.refuses("getDeadLetters", 403, "forbidden", "x");
        services.refuses("getDeadLetter", 403, "forbidden", "x");
        assertThat(browser.get(LIST).shows(403).main()).contains("dead-letter:manage");
        assertThat(browser.get(ONE).shows(403).main()).contains("dead-letter:manage");
    }

    @ParameterizedTest
    @CsvSource({"replay, replayDeadLetter", "dismissal, dismissDeadLetter", "notes, noteDeadLetter"})
    void eachIsDoneWithItsNote(String what, String operation) {
        Page page = browser.get(ONE).shows(200);
        assertThat(page.html().select("[formaction$=/replay], [formaction$=/dismissal]"))
                .hasSize(2);
        browser.post(ONE + "/" + what, Map.of("note", " INC-4711 ")).leadsTo(ONE + "?done=" + what);
        assertThat(services.heardOnce(operation).body().path("note").asText()).isEqualTo("INC-4711");
    }

    @Test
    void whatIsRefusedComesBackWithTheNote() {
        services.refuses("replayDeadLetter", 409, "dead-letter-gone", "남아 있지 않습니다 4711");
        Page page = browser.post(ONE + "/replay", Map.of("note", "다시")).shows(409);
        assertThat(page.main()).contains("남아 있지 않습니다 4711");
        assertThat(page.one("[name=note]").val()).isEqualTo("다시");
    }

    @Test
    void whatIsOverHasNoButtons() {
        services.says("getDeadLetter", letter -> ((ObjectNode) letter.path("deadLetter")).put("status", "REPLAYED"));
        assertThat(browser.get(ONE).shows(200).html().select("[formaction]")).isEmpty();
    }

    @Test
    void whatWasCutSaysWhereTheWholeIs() {
        services.says("getDeadLetter", letter -> letter.putArray("cut").add("value"));
        assertThat(browser.get(ONE).shows(200).main()).contains("--topic booking.events --partition 2 --offset 4711");
    }

    @Test
    void anOperatorBeginsHere() {
        services.says(
                "getLocations", page -> ((ObjectNode) page.path("locations").get(0))
                        .putArray("permissions")
                        .add("dead-letter:manage"));
        browser.getOnce("/console").leadsTo(LIST);
        browser.getOnce(AT).leadsTo(LIST);
    }
}
