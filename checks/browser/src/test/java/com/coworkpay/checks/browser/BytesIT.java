package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/// The bounds of what a page may weigh; nothing is said about time.
@NeedsBrowser
class BytesIT {
    private static final long CHECKOUT_BYTES = 60_000;
    private static final long CHECKOUT_SCRIPT_BYTES = 4_000;
    private static final int CHECKOUT_REQUESTS = 5;
    private static final long FIRST_BYTES = 90_000;
    private static final int FIRST_REQUESTS = 7;
    private static final long NEXT_BYTES = 20_000;
    private static final int NEXT_REQUESTS = 2;

    private final Suite suite = Suite.shared();

    @Test
    void aPayersFirstVisit() {
        var checkout = suite.checkout(suite.connected("강남점"), "회의실 A, 2시간", 22_000);
        try (var payer = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            var traffic = Traffic.of(payer.page());
            payer.goTo(checkout.url().toString()).seesHeading("회의실 A, 2시간");
            payer.page().waitForLoadState(LoadState.LOAD);
            assertThat(traffic.bytes()).as(traffic::toString).isPositive().isLessThanOrEqualTo(CHECKOUT_BYTES);
            assertThat(traffic.requests()).as(traffic::toString).isLessThanOrEqualTo(CHECKOUT_REQUESTS);
            assertThat(traffic.bytesOf(".js")).as(traffic::toString).isLessThanOrEqualTo(CHECKOUT_SCRIPT_BYTES);
        }
    }

    @Test
    void anAdministratorsFirstPageAndTheNextOnes() {
        var location = suite.connected("강남점");
        suite.paid(location, "회의실 A, 2시간", 22_000);
        try (var minji = Visitor.of(suite, Language.KO, Screen.DESK)) {
            minji.signInAs("Kim Minji", location);
            // What the sign-in itself loads is neither counted nor kept for the first page.
            minji.page().waitForLoadState(LoadState.NETWORKIDLE);
            var cold = Traffic.of(minji.page());
            clearCache(minji);
            minji.goTo(location.console("")).seesHeading(Words.OVERVIEW);
            minji.page().waitForLoadState(LoadState.LOAD);
            assertThat(cold.bytes()).as(cold::toString).isPositive().isLessThanOrEqualTo(FIRST_BYTES);
            assertThat(cold.requests()).as(cold::toString).isLessThanOrEqualTo(FIRST_REQUESTS);
            for (Words section : new Words[] {Words.TRANSACTIONS, Words.REFUNDS, Words.MANUAL_REVIEW, Words.KAKAOPAY}) {
                // The numbers beside the navigation come last.
                minji.page().waitForLoadState(LoadState.NETWORKIDLE);
                cold.forget();
                minji.open(section).seesHeading(section);
                minji.page().waitForLoadState(LoadState.LOAD);
                assertThat(cold.bytes()).as(cold::toString).isLessThanOrEqualTo(NEXT_BYTES);
                assertThat(cold.requests()).as(cold::toString).isLessThanOrEqualTo(NEXT_REQUESTS);
            }
        }
    }

    private static void clearCache(Visitor visitor) {
        visitor.page().context().newCDPSession(visitor.page()).send("Network.clearBrowserCache");
    }
}
