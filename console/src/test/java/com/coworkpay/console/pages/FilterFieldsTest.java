package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A filter that a service refuses says so at its field, on each page with filters.
@ConsoleTest
class FilterFieldsTest extends PageTest {

    private static final String WHY = "서로 바꾸어 주세요 4711";

    private static final Map<String, String> PAGES = Map.of(
            "transactions", "getTransactions",
            "refunds", "getLocationRefunds",
            "cancellations", "getCancellations");

    static Stream<Arguments> filters() {
        return PAGES.entrySet().stream()
                .flatMap(page -> Stream.of("from=2026-11-30&to=2026-11-01", "minKrw=5000&maxKrw=100")
                        .map(query -> Arguments.of(page.getKey(), page.getValue(), query)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aRangeWithoutAnythingInItIsNamedAtItsField(String path, String operation, String query) {
        String field = query.startsWith("from") ? "to" : "maxKrw";
        refuses(operation, field);
        if (path.equals("transactions")) {
            refuses("getTransactionTotals", field);
        }
        Page page = browser.get(AT + "/" + path + "?" + query).shows(200);
        isAtTheField(page, field);
        assertThat(page.texts(".alert li")).as("once for the whole page").hasSize(1);
        assertThat(page.one("#" + field).closest("details:not([open])"))
                .as("what is wrong is not folded away")
                .isNull();
        assertThat(page.html().select("[aria-invalid]")).hasSize(1);
    }

    @Test
    void soIsThePeriodOfAComparison() {
        refuses("startComparison", "to");
        Page page = browser.get(AT + "/comparisons").shows(200);
        Page again = browser.submit(page.form(AT + "/comparisons"), Map.of("from", "2026-11-30", "to", "2026-11-01"))
                .shows(400);
        isAtTheField(again, "to");
    }

    private void refuses(String operation, String field) {
        services.refuses(operation, 400, "invalid-request", "고쳐 주세요", problem -> problem.put("field", field)
                .putArray("errors")
                .addObject()
                .put("field", field)
                .put("message", WHY));
    }

    private static void isAtTheField(Page page, String field) {
        Element input = page.one("main [name=" + field + "]");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.attr("aria-describedby")).contains(field + "-problem");
        assertThat(page.one("#" + field + "-problem").text()).isEqualTo(WHY);
    }
}
