package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/// The file of transactions goes through as it is, and a broken one is broken.
@ConsoleTest
class ExportTest extends PageTest {

    private static final String FILE = AT + "/transactions.csv";
    private static final String ROWS = "\uFEFFID,내용\r\n1,회의실 A\r\n".repeat(1000);

    @Test
    void theFileGoesThrough() {
        services.sendsAFile("exportTransactions", ROWS, "attachment; filename=\"transactions.csv\"");
        Page file = browser.getOnce(FILE + "?status=FAILED&minKrw=22,000&search=%EA%B0%95&type=");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/csv;charset=utf-8");
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.source()).isEqualTo(ROWS);
        Heard asked = services.heardOnce("exportTransactions");
        assertThat(asked.header("authorization")).startsWith("Bearer ");
        assertThat(asked.query().path("status").get(0).asText()).isEqualTo("FAILED");
        assertThat(asked.query().path("minKrw").get(0).asText()).isEqualTo("22000");
        assertThat(asked.query().path("search").get(0).asText()).isEqualTo("강");
        assertThat(asked.query().path("lang").get(0).asText()).isEqualTo("ko");
        assertThat(asked.query().has("type")).isFalse();
    }

    @Test
    void aFileThatBreaksIsNotWhole() {
        services.breaksAFile("exportTransactions", ROWS);
        assertThatThrownBy(() -> browser.getOnce(FILE)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatIsRefusedIsAPage() {
        services.refuses("exportTransactions", 503, "export-busy", "이유 4711", problem -> problem.put("retryAfter", 8));
        Page page = browser.get(FILE).shows(503);
        assertThat(page.main()).contains("이유 4711");
        assertThat(page.header("Retry-After")).isEqualTo("8");
    }

    @Test
    void itNeedsThePermissionAndASignIn() {
        services.says(
                "getLocations", page -> ((ObjectNode) page.path("locations").get(0))
                        .putArray("permissions")
                        .add("payment:read"));
        browser.get(FILE).shows(403);
        assertThat(Browser.anew().getOnce(FILE).status()).isEqualTo(302);
        assertThat(services.heard("exportTransactions")).isEmpty();
    }
}
