package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A service refuses, or is away: a page says so in the service's words, and shows what the others say.
@ConsoleTest
class RefusedTest extends PageTest {

    private static final String WHY = "이유 4711";
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503);

    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry(
                    "overview",
                    List.of(
                            "getTransactionSummary",
                            "getTransactions",
                            "getLocationRefundCounts",
                            "getKakaoPayConnection")),
            Map.entry("transactions", List.of("getTransactions", "getTransactionTotals")),
            Map.entry("transactions/" + PAYMENT, List.of("getPayment", "getRefunds", "getTransaction")),
            Map.entry("transactions/" + PAYMENT + "/refund", List.of("getRefunds")),
            Map.entry(
                    "transactions/" + PAYMENT + "/refunds/" + REFUND + "/approval",
                    List.of("getRefunds", "getPayment")),
            Map.entry("refunds", List.of("getLocationRefunds", "getLocationRefundCounts")),
            Map.entry(
                    "review",
                    List.of(
                            "getPaymentsInManualReview",
                            "getRefundsInManualReview",
                            "getSetAsideCancellations",
                            "getProposedResolutions")),
            Map.entry(
                    "transactions/" + PAYMENT + "/refunds/" + REFUND + "/resolution/approval",
                    List.of("getProposedResolutions")),
            Map.entry("transactions/" + PAYMENT + "/refunds/" + REFUND + "/resolution", List.of("getRefunds")),
            Map.entry("comparisons", List.of("getComparisons", "getUnexplainedPayments")),
            Map.entry(
                    "comparisons/0199c305-1111-7c11-8a55-0242ac120005",
                    List.of("getComparison", "getComparisonResults")),
            Map.entry("refund-batches", List.of("getRefundBatches")),
            Map.entry(
                    "refund-batches/0199c306-1111-7c11-8a55-0242ac120008",
                    List.of("getRefundBatch", "getRefundBatchPayments")),
            Map.entry("kakaopay", List.of("getKakaoPayConnection")),
            Map.entry("kakaopay/disconnect", List.of("getKakaoPayConnection")));

    static Stream<Arguments> pagesAndRefusals() {
        return ASKED.entrySet().stream()
                .flatMap(page -> page.getValue().stream().map(operation -> Arguments.of(page.getKey(), operation)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndRefusals")
    void noRefusalBreaksAPage(String path, String operation) {
        for (int status : STATUSES) {
            services.refuses(operation, status, "refused", WHY, problem -> problem.put("retryAfter", 7));
            Page page = browser.get(AT + "/" + path);
            assertThat(page.status())
                    .as(path + " " + operation + " " + status)
                    .isIn(200, 400, 401, 403, 404, 409, 412, 422, 503);
            page.shows(page.status());
            assertThat(page.main()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("pagesAndRefusals")
    void aDoorInBetweenBreaksNoPage(String path, String operation) {
        services.isHiddenByADoor(operation, 502);
        Page page = browser.get(AT + "/" + path);
        page.shows(page.status());
        assertThat(page.status()).isIn(200, 503);
        assertThat(page.main()).doesNotContain("Bad Gateway");
    }

    /// One refused part leaves the others.
    @Test
    void theOthersArePartsOfThePage() {
        services.refuses("getTransactionSummary", 503, "unavailable", WHY);
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.main()).contains("****4f2a", "회의실 A");
        services.refuses("getTransactionTotals", 503, "report-too-slow", WHY);
        assertThat(browser.get(AT + "/transactions").shows(200).main()).contains("회의실 A");
        services.refuses("getTransactions", 503, "report-too-slow", WHY, problem -> problem.put("retryAfter", 7));
        Page transactions = browser.get(AT + "/transactions?status=FAILED").shows(200);
        assertThat(transactions.main()).contains(WHY, "7초");
        assertThat(transactions
                        .html()
                        .select("select[name=status] option[selected], [name=status][value=FAILED][checked]"))
                .as("the filters stay")
                .isNotEmpty();
        services.refuses("getRefundsInManualReview", 503, "unavailable", WHY);
        Page review = browser.get(AT + "/review").shows(200);
        assertThat(review.main()).contains(WHY, "booking-1", "cancel-9").doesNotContain("확인이 필요한 건이 없습니다");
    }

    @Test
    void aPartThatIsMissingSaysSo() {
        services.refuses("getLocationRefundCounts", 503, "unavailable", WHY);
        services.refuses("getKakaoPayConnection", 503, "unavailable", WHY);
        services.refuses("getTransactionSummary", 503, "unavailable", WHY);
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.main()).as("each missing part has its sentence").containsPattern("응답|" + WHY);
    }

    @Test
    void withoutPaymentServiceTheReportIsShown() {
        services.refuses("getPayment", 503, "unavailable", WHY);
        Page page = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        assertThat(page.main()).contains("22,000원", "T1234567890123456789").containsPattern("결제 서비스|응답");
    }

    /// Nobody takes a payment for one without refunds because refund-service is away.
    @Test
    void withoutRefundServiceTheRefundsAreSaidToBeMissing() {
        services.refuses("getRefunds", 503, "unavailable", WHY);
        Page page = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        assertThat(page.one("section[aria-labelledby=refunds]").text()).contains(WHY, "지금 표시할 수 없습니다");
        assertThat(browser.english()
                        .get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .one("section[aria-labelledby=refunds]")
                        .text())
                .contains("not shown now");
        assertThat(browser.get(AT + "/transactions/" + PAYMENT + "/receipt")
                        .shows(503)
                        .main())
                .as("no receipt that leaves refunds out")
                .contains(WHY);
        services.hangs("getRefunds");
        assertThat(browser.get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .html()
                        .select("#refunds"))
                .hasSize(1);
        services.refuses("getRefunds", 404, "not-found", WHY);
        assertThat(browser.get(AT + "/transactions/" + PAYMENT)
                        .shows(200)
                        .html()
                        .select("#refunds"))
                .as("nothing is missing of what is not paid")
                .isEmpty();
    }

    @Test
    void whatTheReportDoesNotKnowYetIsShownLive() {
        services.refuses("getTransaction", 404, "not-found", WHY);
        Page page = browser.get(AT + "/transactions/" + PAYMENT).shows(200);
        assertThat(page.main()).contains("22,000원", "17,000원");
    }

    @Test
    void whatNoServiceKnowsIsNoPage() {
        services.refuses("getTransaction", 404, "not-found", WHY);
        services.refuses("getPayment", 404, "not-found", WHY);
        services.refuses("getRefunds", 404, "not-found", WHY);
        browser.get(AT + "/transactions/" + PAYMENT).shows(404);
    }

    @Test
    void theWholePageIsAwayWithoutTheLocations() {
        services.refuses("getLocations", 503, "unavailable", WHY, problem -> problem.put("retryAfter", 7));
        Page page = browser.get(AT + "/transactions").shows(503);
        assertThat(page.header("Retry-After")).isEqualTo("7");
        assertThat(page.main()).contains(WHY);
        assertThat(page.html().select("meta[http-equiv=refresh]")).isEmpty();
        assertThat(page.main()).as("the number for support").contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aLocationOfOthersIsNoPage() {
        services.says("getLocations", EmptyTest::empty);
        Page one = browser.get("/console/busan/transactions").shows(404);
        Page other = browser.get("/console/there-is-none/transactions").shows(404);
        assertThat(one.main()).isEqualTo(other.main());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactions", "refunds", "review", "kakaopay"})
    void withoutThePermissionThePageSaysWhichIsNeeded(String path) {
        services.says("getLocations", page -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                        page.path("locations").get(0))
                .putArray("permissions")
                .add("payment:create"));
        Page page = browser.get(AT + "/" + path).shows(403);
        assertThat(page.main()).containsPattern("[a-z]+:(read|manage)");
        assertThat(page.html().select("nav a")).as("no dead entries").noneMatch(link -> link.attr("href")
                .endsWith("/" + path));
    }

    @Test
    void withoutTheRightToRefundThereIsNoButton() {
        services.says("getLocations", page -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                        page.path("locations").get(0))
                .putArray("permissions")
                .add("report:read")
                .add("payment:read"));
        assertThat(browser.get(AT + "/transactions/" + PAYMENT).shows(200).links())
                .noneMatch(link -> link.endsWith("/refund"));
        assertThat(browser.get(AT + "/transactions/" + PAYMENT + "/refund")
                        .shows(403)
                        .main())
                .contains("refund:create");
        Page review = browser.get(AT + "/review").shows(200);
        assertThat(review.html().select("form[action$=/resolution], form[action$=/release]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getTransactionSummary", "getKakaoPayConnection", "getLocationRefundCounts"})
    void aServiceThatDoesNotAnswerLeavesItsPartOfTheOverview(String operation) {
        services.hangs(operation);
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.main()).contains("회의실 A").containsPattern("응답");
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesItsPartOfOtherPages() {
        services.hangs("getTransactionTotals");
        assertThat(browser.get(AT + "/transactions").shows(200).main()).contains("회의실 A");
        services.hangs("getPayment");
        assertThat(browser.get(AT + "/transactions/" + PAYMENT).shows(200).main())
                .contains("22,000원");
        services.hangs("getRefundsInManualReview");
        assertThat(browser.get(AT + "/review").shows(200).main()).contains("booking-1");
        services.hangs("getLocationRefundCounts");
        assertThat(browser.get(AT + "/refunds").shows(200).main()).contains("회의실 A");
    }

    @Test
    void withoutTheServiceThatAPageIsAboutItIsAway() {
        services.hangs("getKakaoPayConnection");
        Page page = browser.get(AT + "/kakaopay").shows(503);
        assertThat(page.header("Retry-After")).matches("[0-9]+");
    }

    @Test
    void thereIsNoSuchPage() {
        browser.get("/console/gangnam/nothing").shows(404);
        browser.get("/console/gangnam/transactions/not-an-id").shows(404);
    }
}
