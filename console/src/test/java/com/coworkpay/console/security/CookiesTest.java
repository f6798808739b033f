package com.coworkpay.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ConsoleTest
class CookiesTest extends PageTest {

    /// Script cannot read them, other sites' forms do not carry them, and they never leave without TLS.
    @Test
    void everyCookieOfASignIn() {
        Browser anew = Browser.anew();
        List<String> set = new ArrayList<>();
        Page answer = anew.getOnce(AT + "/overview");
        while (answer.status() == 302) {
            answer.headers("Set-Cookie").stream()
                    .filter(cookie -> !cookie.contains("Max-Age=0"))
                    .forEach(set::add);
            String next = answer.location();
            answer = anew.getOnce(next);
        }
        assertThat(set).isNotEmpty().allSatisfy(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                .contains("; httponly", "; secure", "; samesite=lax", "; path=/")
                .doesNotContain("; domain="));
        assertThat(set.toString()).as("encrypted").doesNotContain("eyJ0eXAi").doesNotContain("gangnam");
    }

    @ParameterizedTest
    @CsvSource({"language,en", "theme,dark"})
    void choices(String what, String value) {
        Page chosen = browser.post("/console/" + what, Map.of(what, value, "back", AT + "/overview?x=1"));
        chosen.leadsTo(AT + "/overview?x=1");
        assertThat(chosen.headers("Set-Cookie")).hasSize(1).allSatisfy(cookie -> assertThat(
                        cookie.toLowerCase(java.util.Locale.ROOT))
                .startsWith(what + "=" + value)
                .contains("httponly", "secure", "samesite=lax", "path=/", "max-age=31536000"));
    }

    @Test
    void choicesTakeEffect() {
        browser.post("/console/theme", Map.of("theme", "dark", "back", "/console"));
        browser.post("/console/language", Map.of("language", "en", "back", "/console"));
        Page page = browser.get(AT + "/overview").shows(200);
        assertThat(page.one("html").attr("data-theme")).isEqualTo("dark");
        assertThat(page.one("html").attr("lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "EN", "<script>", "e", "en; Domain=evil.example", "en\r\nSet-Cookie: x=y", "toolongword"})
    void noOtherChoice(String value) {
        for (String what : new String[] {"language", "theme"}) {
            Page answer = browser.post("/console/" + what, Map.of(what, value, "back", "/console"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/console",
                "/%2F%2Fevil.example",
                "/console/../..//evil.example",
                "javascript:alert(1)",
                "/console\r\nX-Evil: yes",
                "/v1/locations"
            })
    void backLeadsNowhereElse(String back) {
        for (String what : new String[] {"language", "theme"}) {
            Page answer =
                    browser.post("/console/" + what, Map.of(what, what.equals("theme") ? "dark" : "en", "back", back));
            answer.leadsTo("/console");
            assertThat(answer.headers("X-Evil")).isEmpty();
        }
    }

    /// A cookie that somebody else wrote is not believed.
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "xx", "\"><b>"})
    void aForgedChoiceIsNone(String value) {
        Page page = browser.cookie("language", value)
                .cookie("theme", value)
                .get(AT + "/overview")
                .shows(200);
        assertThat(page.one("html").attr("data-theme")).isEqualTo("system");
        assertThat(page.source()).doesNotContain("alert(1)");
    }
}
