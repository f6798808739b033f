package com.coworkpay.checks.browser;

import org.junit.jupiter.api.Test;

/// A location takes bookings off KakaoPay: whoever has the link open reads that, and can pay once they are back.
@NeedsBrowser
class SwitchIT {
    private static final long PRICE = 22_000;
    private static final String ROOM = "회의실 A, 2시간";

    private final Suite suite = Suite.shared();

    @Test
    void aTypeThatIsSwitchedOffCannotBePaid() {
        var location = suite.connected("강남점");
        var checkout = suite.checkout(location, ROOM, PRICE);
        try (var minji = Visitor.of(suite, Language.KO, Screen.DESK);
                var payer = Visitor.of(suite, Language.KO, Screen.PHONE).expecting(409)) {
            payer.goTo(checkout.url().toString()).seesHeading(ROOM);
            minji.signInAs("Kim Minji", location).goTo(location.console("kakaopay"));
            minji.field(Words.BOOKINGS).click();
            minji.sees(Words.SAVED);
            // The other service learns of it by an event, a moment later.
            payer.seesInTheEnd(payer.say(Words.SWITCHED_OFF)).look("checkout-switched-off");
            minji.goTo(location.console("kakaopay"));
            minji.field(Words.BOOKINGS).click();
            minji.sees(Words.SAVED);
            payer.seesInTheEnd(
                            payer.say(Words.PAY_WITH_KAKAOPAY, payer.language().won(PRICE)))
                    .press(Words.PAY_WITH_KAKAOPAY, payer.language().won(PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID));
        }
    }
}
