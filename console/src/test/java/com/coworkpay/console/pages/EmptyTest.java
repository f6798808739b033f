package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where there is nothing yet, a page says why and what comes next.
@ConsoleTest
class EmptyTest extends PageTest {

    @Test
    void nobodyPaidYet() {
        services.says("getTransactions", EmptyTest::empty);
        services.says("getReportAudit", EmptyTest::empty);
        services.says("getTransactionTotals", EmptyTest::nought);
        services.says("getTransactionSummary", summary -> {
            summary.path("groups").forEach(group -> nought((ObjectNode) group.path("figures")));
            nought((ObjectNode) summary.path("total"));
        });
        Page page = browser.get(AT + "/transactions").shows(200);
        assertThat(page.main()).contains("아직 거래가 없습니다");
        assertThat(page.html().select("main table.rows tbody tr")).isEmpty();
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.main()).contains("0원");
        assertThat(overview.html().select("svg.plot rect")).isEmpty();
    }

    @Test
    void nothingFitsTheFilters() {
        services.says("getTransactions", EmptyTest::empty);
        Page page = browser.get(AT + "/transactions?status=FAILED&search=x").shows(200);
        assertThat(page.main()).contains("조건에 맞는 거래가 없습니다");
        assertThat(page.links()).contains(AT + "/transactions");
        assertThat(page.one("[name=search]").val()).isEqualTo("x");
    }

    @Test
    void noRefundHere() {
        services.says("getLocationRefunds", EmptyTest::empty);
        assertThat(browser.get(AT + "/refunds?tab=failed").shows(200).main()).contains("없습니다");
    }

    @Test
    void nothingWasCancelled() {
        services.says("getCancellations", EmptyTest::empty);
        assertThat(browser.get(AT + "/cancellations").shows(200).main()).contains("아직 취소가 없습니다");
        Page page = browser.get(AT + "/cancellations?outcome=WAITING").shows(200);
        assertThat(page.main()).contains("조건에 맞는 취소가 없습니다");
        assertThat(page.links()).contains(AT + "/cancellations");
    }

    @Test
    void nothingWaits() {
        services.says("getPaymentsInManualReview", EmptyTest::empty);
        services.says("getRefundsInManualReview", EmptyTest::empty);
        services.says("getSetAsideCancellations", EmptyTest::empty);
        Page page = browser.get(AT + "/review").shows(200);
        assertThat(page.main()).contains("확인이 필요한 건이 없습니다");
        assertThat(page.html().select("main form")).isEmpty();
    }

    @Test
    void notConnected() {
        services.says("getKakaoPayConnection", EmptyTest::notConnected);
        Page page = browser.get(AT + "/kakaopay").shows(200);
        assertThat(page.form(AT + "/kakaopay/connection").select("[name=key]").attr("type"))
                .isEqualTo("password");
        assertThat(page.html().select("form[action$=/settings], a[href$=/disconnect]"))
                .isEmpty();
        assertThat(page.main()).contains("https://pay.example");
        Page overview = browser.get(AT + "/overview").shows(200);
        assertThat(overview.main()).contains("카카오페이 연결");
        assertThat(overview.links()).contains(AT + "/kakaopay");
        assertThat(browser.get(AT + "/kakaopay/disconnect").shows(200).html().select("main form"))
                .isEmpty();
    }

    /// What is over is neither live nor a test.
    @Test
    void disconnected() {
        assertThat(browser.get(AT + "/kakaopay").shows(200).one(".status").text())
                .contains("실거래");
        services.says("getKakaoPayConnection", connection -> connection.put("status", "DISCONNECTED"));
        assertThat(browser.get(AT + "/kakaopay").shows(200).one(".status").text())
                .doesNotContain("실거래", "테스트");
    }

    @Test
    void noPermissionAnywhere() {
        services.says("getLocations", EmptyTest::empty);
        browser.as("minji", "김민지", 0);
        Page page = browser.get("/console").shows(200);
        assertThat(page.main()).contains("권한이 없습니다", "minji");
    }

    @Test
    void noLocationOfThatName() {
        services.says("getLocations", EmptyTest::empty);
        Page page = browser.get("/console/locations?query=%EB%B6%80%EC%82%B0").shows(200);
        assertThat(page.one("[name=query]").val()).isEqualTo("부산");
        assertThat(page.links()).contains("/console/locations");
    }

    @Test
    void aLocationThatNoServiceKnowsYet() {
        services.says(
                "getLocations", page -> ((ObjectNode) page.path("locations").get(0))
                        .put("known", false)
                        .put("connected", false)
                        .putNull("title")
                        .putNull("timezone")
                        .putNull("live")
                        .remove("locale"));
        assertThat(browser.get("/console/locations").shows(200).main()).contains("gangnam");
        assertThat(browser.get(AT + "/transactions").shows(200).title()).contains("gangnam");
    }

    @Test
    void everythingThatMayBeMissingIsMissing() {
        services.says("getPayment", EmptyTest::bare);
        services.says("getRefunds", refunds -> {
            refunds.path("refunds").forEach(each -> bare((ObjectNode) each));
            refunds.path("decisions").forEach(each -> bare((ObjectNode) each));
        });
        services.says("getTransaction", found -> bare((ObjectNode) found.path("transaction")));
        services.says("getTransactions", found -> found.path("transactions").forEach(each -> bare((ObjectNode) each)));
        services.says("getLocationRefunds", found -> found.path("refunds")
                .forEach(each -> bare((ObjectNode) each.path("refund"))));
        services.says(
                "getPaymentsInManualReview", found -> found.path("payments").forEach(each -> bare((ObjectNode) each)));
        services.says("getSetAsideCancellations", found -> found.path("cancellations")
                .forEach(each -> bare((ObjectNode) each)));
        services.says("getKakaoPayConnection", connection -> {
            bare(connection);
            connection.put("status", "NOT_CONNECTED");
        });
        for (String path :
                List.of("overview", "transactions", "transactions/" + PAYMENT, "refunds", "review", "kakaopay")) {
            browser.get(AT + "/" + path).shows(200);
        }
    }

    /// Without all that the contract lets be null; refused by the stand-in where it does not.
    static void bare(ObjectNode node) {
        List<String> nullable = List.of(
                "tid",
                "method",
                "cardCompany",
                "expiresAt",
                "canceledAt",
                "failedAt",
                "reason",
                "reasonText",
                "declineText",
                "declineCode",
                "checkoutId",
                "policy",
                "manualReviewSince",
                "requestedBy",
                "note",
                "aid",
                "failure",
                "explanation",
                "cancellationId",
                "deadlineAt",
                "refundId",
                "lastAnswer",
                "comparedWith",
                "paymentId?",
                "accountId?",
                "cid",
                "live?",
                "credentialKind",
                "credential",
                "credentialVersion",
                "connectedBy",
                "connectedAt",
                "lastCheck",
                "sameCidElsewhere",
                "payables",
                "automaticRefunds",
                "unsettledSince",
                "approvedAtKst",
                "approvedAt",
                "manualReviewReason");
        boolean isRefund = node.has("origin") && node.has("amountKrw");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            boolean isNeeded = isRefund && (name.equals("reason") || name.equals("refundId"))
                    || node.has("decisionId") && !isRefund && (name.equals("reason") || name.equals("explanation"))
                    || node.has("setAsideAt")
                            && (name.equals("reason") || name.equals("explanation") || name.equals("cancellationId"))
                    || node.has("reviewCase") && name.equals("manualReviewSince");
            if (nullable.contains(name) && !isNeeded) {
                node.putNull(name);
            }
        }
    }

    static void notConnected(ObjectNode connection) {
        bare(connection);
        connection.put("status", "NOT_CONNECTED").putNull("live").putNull("accountId");
        connection.putArray("otherAccounts");
    }

    static void empty(ObjectNode page) {
        page.properties().forEach(member -> {
            if (member.getValue().isArray()) {
                member.setValue(page.arrayNode());
            }
        });
        page.putNull("nextCursor");
    }

    static void nought(ObjectNode figures) {
        figures.properties().forEach(member -> {
            if (member.getValue().isNumber()) {
                member.setValue(figures.numberNode(0L));
            }
        });
    }
}
