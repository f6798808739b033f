package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Search, help, guides, history, receipt, columns, the numbers in the navigation.
@ConsoleTest
class AroundPagesTest extends PageTest {

    @Test
    void oneHitIsOpened() {
        browser.getOnce(AT + "/search?id=T1234567890123456789").leadsTo(AT + "/transactions/" + PAYMENT);
        assertThat(services.heardOnce("getTransactions")
                        .query()
                        .path("search")
                        .get(0)
                        .asText())
                .isEqualTo("T1234567890123456789");
    }

    @Test
    void severalHitsOrNoneAreTheList() {
        services.says("getTransactions", found -> {
            ArrayNode rows = (ArrayNode) found.path("transactions");
            rows.add(((ObjectNode) rows.get(0).deepCopy()).put("id", "0199c300-7d4a-7c11-8a55-0242ac120099"));
        });
        browser.getOnce(AT + "/search?id=%EA%B0%95%26x").leadsTo(AT + "/transactions?search=%EA%B0%95%26x");
        services.says("getTransactions", EmptyTest::empty);
        browser.getOnce(AT + "/search?id=x").leadsTo(AT + "/transactions?search=x");
        services.refuses("getTransactions", 503, "unavailable", "이유");
        browser.getOnce(AT + "/search?id=x").leadsTo(AT + "/transactions?search=x");
        assertThat(browser.getOnce(AT + "/search?id=%20").status()).isEqualTo(303);
        assertThat(browser.getOnce(AT + "/search").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/help",
                "/console/guide/administrator",
                "/console/guide/analyst",
                "/console/gangnam/kakaopay/history"
            })
    void helpIsWholeInBothLanguages(String path) {
        assertThat(browser.get(path).shows(200).one("html").attr("lang")).isEqualTo("ko");
        assertThat(browser.english().get(path).shows(200).one("html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void thereIsNoOtherGuide() {
        for (String path : new String[] {
            "/console/guide/secret",
            "/console/guide/..%2fapplication",
            "/console/guide/pictures/none.png",
            "/console/guide/pictures/..%2f..%2fapplication.yaml"
        }) {
            browser.get(path).shows(404);
        }
    }

    @Test
    void theHistoryIsOfThisConnection() {
        Page page = browser.get(AT + "/kakaopay/history").shows(200);
        assertThat(page.main())
                .contains("203.0.113.7", "****4f2a".substring(4), "minji")
                .doesNotContain("SETTINGS_CHANGED", "CONNECTED");
    }

    @Test
    void theReceiptIsOfThePayment() {
        Page page = browser.get(AT + "/transactions/" + PAYMENT + "/receipt").shows(200);
        assertThat(page.main()).contains(PAYMENT, "22,000원", "2,000원", "2026. 11. 29. (일) 14:05 KST");
        canBePrintedReadAndLeft(page, "/console", AT + "/transactions/" + PAYMENT);
    }

    @Test
    void aPayersReceiptLeadsBackToWhereTheyBooked() {
        services.says("getCheckout", CheckoutTest::paid);
        String checkout = "/checkout/0199c302-2222-7c11-8a55-0242ac120004/c2lnbmF0dXJlLW9mLXRoZS10ZXN0";
        Page page = Browser.anew().get(checkout + "/receipt").shows(200);
        canBePrintedReadAndLeft(page, "/checkout", checkout);
        assertThat(page.links()).contains("https://portal.example/bookings/1");
    }

    /// In the other language, on paper without what is no part of it, and back to where it came from.
    private static void canBePrintedReadAndLeft(Page page, String door, String back) {
        assertThat(page.value(door + "/language", "back")).isEqualTo(back + "/receipt");
        assertThat(page.one("button[data-print]").text()).isEqualTo("인쇄");
        assertThat(page.links()).contains(back);
        assertThat(page.html().select("main form, main button, main a"))
                .allMatch(each -> each.closest(".no-print") != null);
    }

    @Test
    void aPaymentThatIsNotPaidCanBeCancelled() {
        services.says("getPayment", payment -> payment.put("status", "PENDING")
                .putNull("approvedAt")
                .put("refundedKrw", 0));
        services.refuses("getRefunds", 404, "not-found", "아직 없습니다.");
        services.says("getTransaction", found -> ((ObjectNode) found.path("transaction")).put("status", "PENDING"));
        String cancel = AT + "/transactions/" + PAYMENT + "/cancel";
        Page page = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        Page done = browser.submit(page.form(cancel), Map.of());
        assertThat(done.status()).isEqualTo(303);
        assertThat(services.heard("cancelPayment")).hasSize(1);
        services.refuses("cancelPayment", 409, "payment-unsettled", "이유 4711");
        assertThat(browser.submit(page.form(cancel), Map.of()).shows(409).main())
                .contains("이유 4711");
    }

    @Test
    void badgesAreAPartAndNeverAPage() {
        Page part = browser.with("HX-Request", "true").get(AT + "/badges").shows(200);
        assertThat(part.source()).doesNotContain("<html");
        assertThat(part.html().text()).contains("2");
        services.refuses("getLocationRefundCounts", 503, "unavailable", "이유");
        browser.get(AT + "/badges").shows(200);
    }

    @Test
    void chosenColumnsStayInTheBrowser() {
        Page page = browser.get(AT + "/transactions").shows(200);
        var form = page.form(AT + "/transactions/columns");
        Page chosen = browser.submit(form, Map.of());
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.headers("Set-Cookie")).hasSize(1).allSatisfy(cookie -> assertThat(
                        cookie.toLowerCase(java.util.Locale.ROOT))
                .startsWith("columns=")
                .contains("httponly", "secure", "samesite=lax"));
        browser.follow(chosen).shows(200);
        browser.cookie("columns", "<script>.none").get(AT + "/transactions").shows(200);
    }
}
