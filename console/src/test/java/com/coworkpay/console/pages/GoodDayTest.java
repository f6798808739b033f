package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of the console with everything on it, in both languages.
@ConsoleTest
class GoodDayTest extends PageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /console/locations                                                        | 지점        | Locations
            /console/gangnam/overview                                                 | 개요        | Overview
            /console/gangnam/transactions                                             | 거래 내역   | Transactions
            /console/gangnam/transactions/0199c300-7d4a-7c11-8a55-0242ac120002        | 회의실 A    | 회의실 A
            /console/gangnam/transactions/0199c300-7d4a-7c11-8a55-0242ac120002/refund | 환불        | Refund
            /console/gangnam/refunds                                                  | 환불        | Refunds
            /console/gangnam/refunds?tab=in-review                                    | 환불        | Refunds
            /console/gangnam/cancellations                                            | 예약 취소   | Cancellations
            /console/gangnam/review                                                   | 확인 필요   | Manual review
            /console/gangnam/comparisons                                              | 대조        | Comparison
            /console/gangnam/comparisons/0199c305-1111-7c11-8a55-0242ac120005         | 대조        | Comparison
            /console/gangnam/schedules                                                | 운영 시간   | Opening hours
            /console/gangnam/schedules/change?kind=DEFAULT                            | 멤버        | Members
            /console/gangnam/schedules/change?kind=RESOURCE                           | 한 자원     | One resource
            /console/gangnam/refund-batches                                           | 일괄 환불   | Refund batches
            /console/gangnam/refund-batches/0199c306-1111-7c11-8a55-0242ac120008         | 일괄 환불   | Refund batches
            /console/gangnam/refund-batches/0199c306-1111-7c11-8a55-0242ac120008/confirmation | 확정하고 환불 | Confirm and refund
            /console/gangnam/refund-batches/0199c306-1111-7c11-8a55-0242ac120008/approval | 승인 또는 거절 | Approve or decline
            /console/dead-letters                                                     | 처리 불가   | Dead letters
            /console/dead-letters/refund/0199c305-5555-7c11-8a55-0242ac120007        | 처리 불가   | Dead letter
            /console/gangnam/kakaopay                                                 | 카카오페이  | KakaoPay
            /console/gangnam/kakaopay/disconnect                                      | 연결 해제   | Disconnect
            """)
    void everyPageIsWhole(String path, String korean, String english) {
        Page inKorean = browser.get(path).shows(200);
        assertThat(inKorean.one("html").attr("lang")).isEqualTo("ko");
        assertThat(inKorean.one("h1").text()).contains(korean);
        assertThat(inKorean.title()).contains(korean).contains("CoworkPay");
        assertThat(inKorean.source()).as("left of a template").doesNotContainPattern("\\{[a-z/#!]");
        Page inEnglish = browser.english().get(path).shows(200);
        assertThat(inEnglish.one("html").attr("lang")).isEqualTo("en");
        assertThat(inEnglish.one("h1").text()).contains(english);
    }

    @Test
    void theOverviewHasFiguresPlotAndWhatWaits() {
        Page page = browser.get(AT + "/overview").shows(200);
        assertThat(page.main()).contains("88,000원", "27,000원", "61,000원", "****4f2a");
        assertThat(page.html().select("svg.plot a rect")).isNotEmpty();
        assertThat(page.html().select("svg.plot a title").eachText()).anyMatch(text -> text.contains("66,000원"));
        assertThat(page.links())
                .contains(AT + "/transactions?from=2026-11-28&to=2026-11-28", AT + "/review", AT + "/kakaopay");
    }

    @Test
    void transactionsHaveFiltersTotalsAndTheWayOn() {
        Page page = browser.get(AT + "/transactions?status=SUCCEEDED&status=FAILED&minKrw=22,000&search=강남&type=&from=")
                .shows(200);
        assertThat(page.main())
                .contains("1,254,000원", "43,000원", "1,211,000원", "22,000", "2026. 11. 29. (일) 14:05", "KST");
        var asked = services.heardOnce("getTransactions").query();
        assertThat(asked.path("minKrw").get(0).asText()).isEqualTo("22000");
        assertThat(asked.path("status").size()).isEqualTo(2);
        assertThat(asked.path("search").get(0).asText()).isEqualTo("강남");
        assertThat(asked.has("type")).isFalse();
        assertThat(asked.has("from")).isFalse();
        assertThat(page.links())
                .anyMatch(link -> link.contains("cursor=older%2B%2F%3D1")
                        && link.contains("minKrw=22000")
                        && link.contains("search=%EA%B0%95%EB%82%A8"))
                .anyMatch(link -> link.contains("/transactions.csv?") || link.contains("/transactions/csv?"));
    }

    @Test
    void cancellationsSayWhatBecameOfThem() {
        Page page = browser.get(
                        AT + "/cancellations?outcome=REFUND&outcome=DECLINED&role=&minKrw=1,000&cancelledBy=jisoo")
                .shows(200);
        assertThat(page.main())
                .contains("booking-1", "cancel-1", "jisoo", "멤버", "환불 안 함", "기한이 지나 환불하지 않습니다.", "22,000", "환불 완료")
                .contains("결제 없음", "카카오페이 결제를 알지 못합니다.", "보류");
        var asked = services.heardOnce("getCancellations").query();
        assertThat(asked.path("outcome").size()).isEqualTo(2);
        assertThat(asked.path("minKrw").get(0).asText()).isEqualTo("1000");
        assertThat(asked.has("role")).isFalse();
        assertThat(page.one("[name=cancelledBy]").val()).isEqualTo("jisoo");
        assertThat(page.links())
                .contains(AT + "/transactions/" + PAYMENT, AT + "/review")
                .anyMatch(link -> link.contains("/cancellations?outcome=REFUND&outcome=DECLINED")
                        && link.contains("cursor=older%2B%2F%3D2"));
    }

    @Test
    void whatCameMeanwhileIsOfferedAndDoesNotJump() {
        Page page = browser.get(AT + "/transactions?status=SUCCEEDED").shows(200);
        String asks = page.one("main [hx-trigger^=every]").attr("hx-get");
        Browser htmx = browser.with("HX-Request", "true");
        assertThat(htmx.get(asks).shows(200).html().select("a")).isEmpty();
        services.says(
                "getTransactionTotals",
                totals -> totals.put(
                        "transactionCount", totals.get("transactionCount").asLong() + 3));
        var link = htmx.get(asks).shows(200).one("a");
        assertThat(link.text()).isEqualTo("새 거래 3건 보기");
        assertThat(link.attr("href")).startsWith(AT + "/transactions?").contains("status=SUCCEEDED");
    }

    @Test
    void aTransactionHasMoneyIdsTimelineRefundsAndDecisions() {
        Page page = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        assertThat(page.main())
                .contains("22,000원", "20,000원", "2,000원", "17,000원", "T1234567890123456789", PAYMENT)
                .contains("전화로 요청", "카카오페이가 환불했습니다.", "기한이 지나 환불하지 않습니다.", "신한카드");
        assertThat(page.links()).contains(AT + "/transactions/" + PAYMENT + "/refund");
        assertThat(page.html().select("main [hx-get]"))
                .as("nothing moves any more")
                .isEmpty();
    }

    /// The report's row is a moment behind: the page says what its own amounts say.
    @Test
    void theStatusOfATransactionFitsItsAmounts() {
        services.says("getRefunds", refunds -> refunds.put("refundedKrw", 22000));
        assertThat(browser.english()
                        .get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .one(".head .sign")
                        .text())
                .isEqualTo("↩ Refunded");
        services.says("getRefunds", refunds -> refunds.put("refundedKrw", 0));
        assertThat(browser.english()
                        .get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .one(".head .sign")
                        .text())
                .isEqualTo("✓ Paid");
    }

    @Test
    void aTransactionThatMovesIsAskedForAgain() {
        services.says("getPayment", payment -> payment.put("refundPendingKrw", 5000));
        services.says("getRefunds", refunds -> refunds.put("reservedKrw", 5000));
        Page whole = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        String live = whole.one("main [hx-get][hx-trigger]").attr("hx-get");
        Page part = browser.with("HX-Request", "true").get(live).shows(200);
        assertThat(part.source()).doesNotContain("<html", "<head");
        assertThat(part.html().select("[hx-get][hx-trigger]")).hasSize(1);
        assertThat(whole.one("#transaction").attr("data-title")).isEqualTo(whole.title());
        services.says("getRefunds", refunds -> refunds.put("reservedKrw", 0).put("refundedKrw", 22000));
        Page moved = browser.with("HX-Request", "true").get(live).shows(200);
        assertThat(moved.one("#transaction").attr("data-title"))
                .as("what the script makes the tab say")
                .isEqualTo(Browser.signedIn()
                        .get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .title())
                .isNotEqualTo(whole.title());
        assertThat(moved.one("#transaction").attr("data-state"))
                .isNotEqualTo(whole.one("#transaction").attr("data-state"));
        assertThat(whole.one("nav [data-badges]").attr("hx-trigger")).contains("moved");
    }

    @Test
    void refundsStandInTabsWithCounts() {
        String tab = "/refunds?status=REQUESTED&status=AWAITING_APPROVAL&status=IN_FLIGHT&status=UNKNOWN";
        Page page = browser.get(AT + tab).shows(200);
        assertThat(page.main()).contains("(2)", "(1)", "(3)", "5,000");
        assertThat(services.heardOnce("getLocationRefunds").query().path("status"))
                .extracting(each -> each.asText())
                .contains("REQUESTED", "IN_FLIGHT", "UNKNOWN")
                .doesNotContain("SUCCEEDED", "FAILED");
        assertThat(page.html().select("[aria-current=page]").eachAttr("href")).anyMatch(link -> link.endsWith(tab));
        assertThat(page.links()).anyMatch(link -> link.contains("cursor=cursor%2B%2F%3D2"));
    }

    @Test
    void anUnknownTabIsAll() {
        browser.get(AT + "/refunds?tab=%3Cscript%3E").shows(200);
        assertThat(services.heardOnce("getLocationRefunds").query().has("status"))
                .isFalse();
    }

    @Test
    void theServicesAnswerInTheLanguageOfThePage() {
        browser.english().get(AT + "/kakaopay").shows(200);
        assertThat(services.heard("getKakaoPayConnection"))
                .allMatch(each -> each.header("accept-language").startsWith("en"));
    }

    @Test
    void withOneLocationThereIsNoChoice() {
        browser.getOnce("/").leadsTo("/console");
        browser.getOnce("/console").leadsTo(AT);
        browser.getOnce(AT).leadsTo(AT + "/overview");
    }
}
