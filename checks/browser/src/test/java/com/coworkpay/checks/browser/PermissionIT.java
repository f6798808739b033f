package com.coworkpay.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// What somebody may not do is not offered, and an address typed by hand says why.
@NeedsBrowser
class PermissionIT {
    private static final String ROOM = "Meeting room A, two hours";

    private final Suite suite = Suite.shared();

    @Test
    void theAnalystReadsAndIsOfferedNoRefund() {
        var location = suite.connected("Gangnam");
        String payment = suite.paid(location, ROOM, 22_000);
        try (var hyun = Visitor.of(suite, Language.EN, Screen.DESK).expecting(403)) {
            hyun.signInAs("Park Hyun", location).goTo(location.console("transactions/" + payment));
            hyun.seesHeading(ROOM).sees(Words.STATUS_PAID);
            assertThat(hyun.refundLink()).hasCount(0);
            var entries = hyun.page().getByRole(AriaRole.NAVIGATION);
            assertThat(entries.getByText(hyun.say(Words.TRANSACTIONS))).hasCount(1);
            assertThat(entries.getByText(hyun.say(Words.KAKAOPAY))).hasCount(0);

            hyun.goTo(location.console("kakaopay"))
                    .seesHeading(Words.NOT_PERMITTED)
                    .sees("integration:manage")
                    .look("no-permission");
            hyun.goTo(location.console("transactions/" + payment + "/refund"))
                    .seesHeading(Words.NOT_PERMITTED)
                    .sees("refund:create");
        }
    }

    @Test
    void aForeignLocationLooksLikeOneThatDoesNotExist() {
        suite.location("foreign", "Somebody else's");
        try (var minji = Visitor.of(suite, Language.EN, Screen.DESK).expecting(404)) {
            minji.signInAs("Kim Minji")
                    .goTo("/console/foreign")
                    .seesHeading(Words.NOT_FOUND)
                    .look("not-found");
            String foreign = text(minji.page(), "foreign");
            minji.goTo("/console/nowhere").seesHeading(Words.NOT_FOUND);
            assertThat(text(minji.page(), "nowhere")).isEqualTo(foreign);
        }
    }

    @Test
    void aWrongSignatureTellsNothing() {
        var checkout = suite.checkout(suite.connected("Gangnam"), ROOM, 22_000);
        // The first character of the signature: of the last one not all bits count.
        String link = checkout.url().toString();
        int first = link.lastIndexOf('/') + 1;
        String forged = link.substring(0, first) + (link.charAt(first) == 'A' ? 'B' : 'A') + link.substring(first + 1);
        try (var payer = Visitor.of(suite, Language.EN, Screen.PHONE).expecting(404)) {
            payer.goTo(forged).seesHeading(Words.PAYMENT_NOT_FOUND).look("checkout-not-found");
            assertThat(payer.page().content()).doesNotContain(ROOM).doesNotContain("Gangnam");
        }
    }

    @Test
    void whoHasNoPermissionAnywhereIsToldWhomToAsk() {
        try (var jisoo = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            jisoo.signInAs("Lee Jisoo").sees("jisoo").look("no-permission-anywhere");
        }
    }

    /// Without what differs with each request.
    private static String text(Page page, String location) {
        return page.locator("main").innerText().replace(location, "*").replaceAll("[0-9a-f]{32}", "*");
    }
}
