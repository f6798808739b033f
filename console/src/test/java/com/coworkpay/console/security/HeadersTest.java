package com.coworkpay.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every answer tells the browser.
@ConsoleTest
class HeadersTest extends PageTest {

    private static final String CHECKOUT =
            "/checkout/0199c302-2222-7c11-8a55-0242ac120004/c2lnbmF0dXJlLW9mLXRoZS10ZXN0";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/gangnam/overview",
                "/console/gangnam/transactions",
                "/console/gangnam/kakaopay",
                "/console/gangnam/nothing",
                "/console/signed-out",
                "/nothing-at-all",
                CHECKOUT,
                CHECKOUT + "/receipt",
                "/checkout/x/y"
            })
    void everyPage(String path) {
        held(browser.getOnce(path));
    }

    @Test
    void redirectsAndRefusals() {
        held(Browser.anew().getOnce("/console/gangnam/overview"));
        held(browser.once("POST", "/console/language", Map.of("Sec-Fetch-Site", "cross-site")));
        held(browser.post("/console/language", Map.of("language", "en", "back", "/console")));
        services.refuses("getLocations", 503, "unavailable", "지금은 안 됩니다.");
        held(browser.getOnce("/console/gangnam/overview"));
    }

    private static void held(Page answer) {
        assertThat(answer.headers("Content-Security-Policy")).containsExactly(POLICY);
        assertThat(answer.headers("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.headers("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void assetsAreKeptForGood() throws IOException {
        Page page = browser.get(AT + "/overview").shows(200);
        for (String source : page.html().select("script[src]").eachAttr("src")) {
            asset(source);
        }
        for (String source : page.html().select("link[href]").eachAttr("href")) {
            asset(source);
        }
    }

    private static void asset(String source) throws IOException {
        Page asset = Browser.anew().getOnce(source);
        assertThat(asset.status()).as(source).isEqualTo(200);
        assertThat(asset.headers("Cache-Control")).as(source).containsExactly("public, max-age=31536000, immutable");
        assertThat(asset.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(asset.headers("Set-Cookie")).isEmpty();
        assertThat(asset.header("Content-Type")).matches("text/(css|javascript).*|image/svg\\+xml.*");
        assertThat(asset.headers("Content-Encoding")).containsExactly("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(asset.bytes()))) {
            assertThat(in.readAllBytes()).as(source).isNotEmpty();
        }
    }

    /// The address has the digest of what it names: another one is not kept.
    @Test
    void anotherReleasesAddressIsNotKept() {
        Page asset = browser.getOnce("/console/assets/0123456789ab/console.css");
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.headers("Cache-Control")).containsExactly("no-store");
        for (String name : new String[] {"nothing.css", "..%2f..%2fapplication.yaml", "%2e%2e/application.yaml"}) {
            assertThat(browser.getOnce("/console/assets/0123456789ab/" + name).status())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    /// What a page may load comes from here: no framework's own pages lie open beside ours.
    @ParameterizedTest
    @ValueSource(strings = {"/application.yaml", "/messages/msg_ko.properties", "/templates/layout.html", "/q/dev"})
    void nothingElseLiesOpen(String path) {
        assertThat(Browser.anew().getOnce(path).status()).isIn(401, 403, 404);
    }
}
