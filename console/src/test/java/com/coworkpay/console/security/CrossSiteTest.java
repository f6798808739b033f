package com.coworkpay.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Browser;
import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A form of another site, sent with this person's cookie, is refused before anything is asked.
@ConsoleTest
class CrossSiteTest extends PageTest {

    private static final String FORM = "/console/gangnam/kakaopay/check";

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "Same-Origin", "same-origin, same-origin", ""})
    void whatTheBrowserSaysIsBelieved(String site) {
        refused(browser.once("POST", FORM, Map.of("Sec-Fetch-Site", site, "Origin", Browser.console())));
    }

    @Test
    void withoutAnyHeaderItIsRefused() {
        refused(browser.once("POST", FORM, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "",
                "http://localhost",
                "http://localhost:1",
                "http://localhost.evil.example",
                "http://evil.example#@localhost",
                "not an origin",
                "http://user@localhost"
            })
    void aForgedOriginIsRefused(String origin) {
        refused(browser.once("POST", FORM, Map.of("Origin", origin)));
    }

    @Test
    void anOriginOfAnotherPortIsAnotherSite() {
        String console = Browser.console();
        refused(browser.once("POST", FORM, Map.of("Origin", console + "0")));
        refused(browser.once("POST", FORM, Map.of("Origin", console.replace("localhost", "127.0.0.1"))));
    }

    @Test
    void ourOwnPagesAreTaken() {
        assertThat(browser.once("POST", FORM, Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isLessThan(400);
        assertThat(browser.once("POST", FORM, Map.of("Origin", Browser.console()))
                        .status())
                .isLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherUnsafeMethodsAreRefusedToo(String method) {
        refused(browser.once(method, FORM, Map.of("Sec-Fetch-Site", "cross-site")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void linksFromElsewhereOpenPages(String site) {
        browser.with("Sec-Fetch-Site", site).get(AT + "/overview").shows(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/language",
                "/console/theme",
                "/console/sign-out",
                AT + "/transactions/" + PAYMENT + "/refund",
                AT + "/transactions/" + PAYMENT + "/refunds/" + REFUND + "/approval",
                AT + "/transactions/" + PAYMENT + "/refunds/" + REFUND + "/withdrawal",
                "/checkout/0199c302-2222-7c11-8a55-0242ac120004/c2lnbmF0dXJlLW9mLXRoZS10ZXN0/pay"
            })
    void everyFormIsHeldToIt(String path) {
        refused(browser.once("POST", path, Map.of("Sec-Fetch-Site", "cross-site")));
        assertThat(browser.cookies()).as("still signed in").isNotEmpty();
    }

    /// Reading changes nothing, however often.
    @Test
    void readingChangesNothing() {
        for (String path : new String[] {
            "overview",
            "transactions",
            "transactions/" + PAYMENT,
            "transactions/" + PAYMENT + "/refund",
            "transactions/" + PAYMENT + "/refunds/" + REFUND + "/approval",
            "transactions/" + PAYMENT + "/refunds/" + REFUND + "/withdrawal",
            "transactions/" + PAYMENT + "/refunds/" + REFUND + "/resolution",
            "transactions/" + PAYMENT + "/refunds/" + REFUND + "/resolution/approval",
            "transactions/" + PAYMENT + "/refunds/" + REFUND + "/resolution/withdrawal",
            "refunds",
            "review",
            "kakaopay",
            "kakaopay/disconnect"
        }) {
            browser.get(AT + "/" + path);
        }
        for (String operation : new String[] {
            "connectKakaoPay",
            "checkKakaoPayConnection",
            "changeKakaoPaySettings",
            "disconnectKakaoPay",
            "requestRefund",
            "requestPaymentInquiry",
            "resolvePayment",
            "resolveRefund",
            "answerRefundApproval",
            "withdrawRefund",
            "answerProposedResolution",
            "withdrawProposedResolution",
            "cancelPayment"
        }) {
            assertThat(services.heard(operation)).as(operation).isEmpty();
        }
    }

    private void refused(Page answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(services.heard("checkKakaoPayConnection")).isEmpty();
        for (String operation :
                new String[] {"payCheckout", "requestRefund", "answerRefundApproval", "withdrawRefund"}) {
            assertThat(services.heard(operation)).as(operation).isEmpty();
        }
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    }
}
