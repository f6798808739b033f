package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.tools.local.stack.DemoMerchants;
import org.junit.jupiter.api.Test;

/// Scripts are a convenience: a browser that runs none connects, saves, pays and refunds all the same.
@NeedsBrowser
class WithoutScriptsIT {
    private static final long PRICE = 22_000;
    private static final String ROOM = "회의실 A, 2시간";

    private final Suite suite = Suite.shared();

    @Test
    void connectsPaysAndRefunds() {
        var location = suite.location("강남점");
        try (var minji = Visitor.withoutScripts(suite, Language.KO, Screen.PHONE)) {
            minji.signInAs("Kim Minji", location)
                    .goTo(location.console("kakaopay"))
                    .type(Words.KEY, DemoMerchants.SECRET_KEY)
                    .type(Words.CID, DemoMerchants.SECRET_KEY_CID)
                    .press(Words.TRY_AND_CONNECT)
                    .sees(Words.CONNECTED);
            minji.field(Words.BOOKINGS).uncheck();
            minji.press(Words.SAVE).sees(Words.SAVED);
            minji.field(Words.BOOKINGS).check();
            minji.press(Words.SAVE).sees(Words.SAVED);
            String payment = pay(suite.checkout(location, ROOM, PRICE));
            minji.goTo(location.console("transactions"))
                    .seesInTheEnd(payment)
                    .goTo(location.console("transactions/" + payment))
                    .beginRefund()
                    .press(Words.NEXT)
                    .press(Words.REFUND_AMOUNT, minji.language().won(PRICE))
                    .sees(Words.REFUND_REQUESTED)
                    .seesInTheEnd(minji.say(Words.STATUS_REFUNDED));
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
        }
    }

    private String pay(Suite.Checkout checkout) {
        try (var payer = Visitor.withoutScripts(suite, Language.KO, Screen.PHONE)) {
            payer.goTo(checkout.url().toString())
                    .press(Words.PAY_WITH_KAKAOPAY, payer.language().won(PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID));
            return payer.page().locator("main code").first().innerText();
        }
    }
}
