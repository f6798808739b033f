package com.coworkpay.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// Pays and gives back by Tab, arrows, Space and Enter alone. Wherever the focus goes it can be seen.
@NeedsBrowser
class KeyboardIT {
    private static final long PRICE = 22_000;
    private static final String ROOM = "회의실 A, 2시간";
    private static final int MOST_TABS = 80;

    /// What is focused has a ring, and nothing lies over it.
    private static final String FOCUS_IS_SEEN = """
            each => {
              const style = getComputedStyle(each);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const shadow = style.boxShadow !== 'none';
              const box = each.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              const inView = box.bottom > 0 && box.top < innerHeight;
              return (ring || shadow) && inView && (each.contains(top) || !!top && top.contains(each));
            }""";

    private final Suite suite = Suite.shared();

    @Test
    void paysAndRefunds() {
        var location = suite.connected("강남점");
        var checkout = suite.checkout(location, ROOM, PRICE);
        String payment;
        try (var payer = Visitor.of(suite, Language.KO, Screen.DESK)) {
            payer.goTo(checkout.url().toString()).seesHeading(ROOM);
            enter(payer, payer.button(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE)));
            assertThat(payer.button(Words.PAY_BY_MONEY)).isVisible();
            tabTo(payer.page(), payer.button(Words.PAY_BY_MONEY), false);
            payer.page().keyboard().press("Enter");
            payer.seesHeading("✓ " + payer.say(Words.PAID));
            payment = payer.page().locator("main code").first().innerText();
        }
        try (var minji = Visitor.of(suite, Language.KO, Screen.DESK)) {
            minji.goTo("/console").asksFor(location);
            tabTo(minji.page(), minji.person("Kim Minji"), false);
            minji.page().keyboard().press("Enter");
            minji.seesHeading(Words.LOCATIONS).goTo(location.console("")).seesHeading(Words.OVERVIEW);
            skipsToTheContents(minji);
            enter(minji, section(minji, Words.TRANSACTIONS));
            minji.seesHeading(Words.TRANSACTIONS).seesInTheEnd(payment);
            enter(minji, minji.link(payment));
            minji.sees(Words.STATUS_PAID);
            enter(minji, minji.refundLink());
            minji.seesHeading(Words.REFUND);
            var all = minji.page().getByRole(AriaRole.RADIO).first();
            tabTo(minji.page(), all, true);
            minji.page().keyboard().press("ArrowDown");
            tabTo(minji.page(), minji.field(Words.AMOUNT_OF_PART), true);
            minji.page().keyboard().type("5000");
            // Enter in a field goes on, as in any form.
            minji.page().keyboard().press("Enter");
            minji.sees(Words.STAYS_AFTER);
            enter(minji, minji.button(Words.REFUND_AMOUNT, won(minji, 5_000)));
            minji.sees(Words.REFUND_REQUESTED).sees(Words.STATUS_PARTLY_REFUNDED);
        }
        assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL))
                .extracting("amountKrw")
                .containsExactly(5_000L);
    }

    private static void skipsToTheContents(Visitor visitor) {
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().getByText(visitor.say(Words.SKIP))).isFocused();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).isFocused();
    }

    private static Locator section(Visitor visitor, Words section) {
        return visitor.page()
                .getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(visitor.say(section)));
    }

    private static void enter(Visitor visitor, Locator goal) {
        tabTo(visitor.page(), goal, true);
        visitor.page().keyboard().press("Enter");
    }

    /// @param isOurs whether the ring is ours to answer for
    private static void tabTo(Page page, Locator goal, boolean isOurs) {
        goal.waitFor();
        for (int presses = 0; presses < MOST_TABS; presses++) {
            page.keyboard().press("Tab");
            var focused = page.locator(":focus");
            if (isOurs && focused.count() == 1) {
                assertThat(focused.evaluate(FOCUS_IS_SEEN))
                        .as("the focus can be seen on %s", focused.evaluate("each => each.outerHTML.slice(0, 200)"))
                        .isEqualTo(true);
            }
            if ((boolean) goal.evaluate("each => each === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + goal);
    }

    private static String won(Visitor visitor, long amount) {
        return visitor.language().won(amount);
    }
}
