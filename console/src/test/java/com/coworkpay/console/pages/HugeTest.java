package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Sums of years, full pages, long texts.
@ConsoleTest
class HugeTest extends PageTest {

    private static final long MOST = Long.MAX_VALUE;
    private static final String WRITTEN = "9,223,372,036,854,775,807";

    @Test
    void sumsOfAllSizesAreShownToTheLastWon() {
        services.says("getTransactionTotals", totals -> totals.put("paidKrw", MOST)
                .put("refundedKrw", 4_000_000_000_000_000_000L)
                .put("netKrw", -MOST)
                .put("paymentCount", MOST)
                .put("transactionCount", MOST));
        services.says("getTransactionSummary", summary -> ((ObjectNode) summary.path("total"))
                .put("paidKrw", MOST)
                .put("netKrw", -MOST));
        assertThat(browser.get(AT + "/transactions").shows(200).main())
                .contains(WRITTEN + "원", "\u2212" + WRITTEN + "원", WRITTEN + "건");
        assertThat(browser.get(AT + "/overview").shows(200).main()).contains(WRITTEN + "원");
        assertThat(browser.english().get(AT + "/transactions").shows(200).main())
                .contains("₩" + WRITTEN, "\u2212₩" + WRITTEN);
    }

    @Test
    void aPlotOfALargeLocationIsDrawn() {
        services.says("getTransactionSummary", summary -> {
            ArrayNode groups = (ArrayNode) summary.path("groups");
            JsonNode figures = groups.get(1).path("figures");
            groups.removeAll();
            for (LocalDate day = LocalDate.of(2028, 2, 1);
                    day.isBefore(LocalDate.of(2028, 4, 3));
                    day = day.plusDays(1)) {
                ObjectNode group = groups.addObject()
                        .put("key", day.toString())
                        .put("from", day.toString())
                        .put("to", day.toString());
                group.set(
                        "figures",
                        ((ObjectNode) figures.deepCopy())
                                .put("paidKrw", 90_000_000_000_000_000L)
                                .put("refundedKrw", 1L));
            }
        });
        Page page = browser.get(AT + "/overview").shows(200);
        assertThat(page.html().select("svg.plot a")).hasSize(62);
        assertThat(page.source()).doesNotContain("NaN", "Infinity");
        assertThat(page.html().select("svg.plot rect").eachAttr("height"))
                .allSatisfy(height -> assertThat(Double.parseDouble(height)).isBetween(0.0, 260.0));
    }

    @Test
    void fullPagesAndLongTextsAreWhole() {
        String longest = "가나다라마바사 ".repeat(14).strip();
        services.says("getTransactions", found -> {
            ArrayNode rows = (ArrayNode) found.path("transactions");
            JsonNode row = rows.get(0);
            for (int i = 1; i < 200; i++) {
                rows.add(((ObjectNode) row.deepCopy())
                        .put("id", "0199c300-7d4a-7c11-8a55-%012d".formatted(i))
                        .put("description", longest)
                        .put("totalKrw", 2_000_000_000L)
                        .put("payerId", "p".repeat(255)));
            }
        });
        Page page = browser.get(AT + "/transactions").shows(200);
        assertThat(page.html().select("main table.rows tbody tr:has(a.id)")).hasSize(200);
        assertThat(page.main()).contains(longest, "2,000,000,000");
        assertThat(page.html().getAllElements()).as("nodes").hasSizeLessThan(6_000);
    }

    @Test
    void manyLocationsArePaged() {
        services.says("getLocations", found -> {
            ArrayNode all = (ArrayNode) found.path("locations");
            JsonNode one = all.get(0);
            for (int i = 1; i < 50; i++) {
                all.add(((ObjectNode) one.deepCopy())
                        .put("locationId", "location-" + i)
                        .put("title", "지점 " + i));
            }
            found.put("nextCursor", "a/b+c=");
        });
        browser.getOnce("/console").leadsTo("/console/locations");
        Page page = browser.get("/console/locations?query=%EC%A7%80").shows(200);
        assertThat(page.links())
                .anyMatch(link -> link.contains("cursor=a%2Fb%2Bc%3D") && link.contains("query=%EC%A7%80"));
        browser.get(page.links().stream()
                        .filter(link -> link.contains("cursor="))
                        .findFirst()
                        .orElseThrow())
                .shows(200);
        assertThat(services.heard("getLocations")
                        .getLast()
                        .query()
                        .path("cursor")
                        .get(0)
                        .asText())
                .isEqualTo("a/b+c=");
    }
}
