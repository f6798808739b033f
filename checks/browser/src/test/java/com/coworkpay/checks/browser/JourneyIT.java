package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.browser.Suite.Location;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.tools.local.stack.DemoMerchants;
import org.junit.jupiter.api.Test;

/// From a location without KakaoPay to a payment that went back, by what stands on the pages alone.
@NeedsBrowser
class JourneyIT {
    private static final long PRICE = 22_000;

    private final Suite suite = Suite.shared();

    @Test
    void inKoreanInTheHand() {
        journey(Language.KO, Screen.PHONE, suite.location("강남점 1"), "회의실 A, 2시간");
    }

    @Test
    void inEnglishAtADesk() {
        journey(Language.EN, Screen.DESK, suite.location("Hongdae One"), "Meeting room A, two hours");
    }

    private void journey(Language language, Screen screen, Location location, String description) {
        try (var minji = Visitor.of(suite, language, screen)) {
            minji.signInAs("Kim Minji", location).goTo(location.console("kakaopay"));
            connect(minji);
            String payment;
            try (var payer = Visitor.of(suite, language, screen)) {
                payment = pay(payer, suite.checkout(location, description, PRICE), description);
            }
            findAndRefund(minji, location, payment);
        }
    }

    private static void connect(Visitor minji) {
        minji.look("kakaopay-not-connected");
        minji.sees(Words.ITS_KEY);
        String key = minji.page()
                .locator("p", has(minji.say(Words.ITS_KEY)))
                .locator("code")
                .first()
                .innerText();
        minji.type(Words.KEY, key)
                .type(Words.CID, DemoMerchants.SECRET_KEY_CID)
                .press(Words.TRY_AND_CONNECT)
                .sees(Words.CONNECTED)
                .look("kakaopay-connected");
    }

    private static com.microsoft.playwright.Page.LocatorOptions has(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    /// @return the payment's id, as the payer reads it
    private String pay(Visitor payer, Suite.Checkout checkout, String description) {
        String price = payer.language().won(PRICE);
        payer.goTo(checkout.url().toString())
                .seesHeading(description)
                .look("checkout-open")
                .press(Words.PAY_WITH_KAKAOPAY, price)
                .press(Words.PAY_BY_MONEY);
        payer.seesHeading("✓ " + payer.say(Words.PAID)).look("checkout-paid");
        String payment = payer.page().locator("code").first().innerText();
        payer.follow(Words.RECEIPT).seesHeading(Words.RECEIPT).sees(payment).look("receipt");
        assertThat(suite.kakaopay().ledger(payment, EffectKind.APPROVE)).hasSize(1);
        return payment;
    }

    private void findAndRefund(Visitor minji, Location location, String payment) {
        Language language = minji.language();
        minji.open(Words.TRANSACTIONS).seesHeading(Words.TRANSACTIONS).seesInTheEnd(payment);
        minji.type(Words.SEARCH_TRANSACTION, payment)
                .press(Words.APPLY)
                .sees(minji.say(Words.STATUS_PAID))
                .look("transactions")
                .follow(payment)
                .sees(Words.STATUS_PAID)
                .look("transaction-paid")
                .beginRefund()
                .seesHeading(Words.REFUND)
                .look("refund-first")
                .choose(Words.A_PART)
                .type(Words.AMOUNT_OF_PART, "5,000")
                .press(Words.NEXT)
                .sees(Words.STAYS_AFTER)
                .sees(language.won(17_000))
                .look("refund-second")
                .press(Words.REFUND_AMOUNT, language.won(5_000))
                .sees(Words.REFUND_REQUESTED)
                .sees(Words.STATUS_PARTLY_REFUNDED)
                .look("transaction-partly-refunded")
                .beginRefund()
                .press(Words.NEXT)
                .press(Words.REFUND_AMOUNT, language.won(17_000))
                .sees(Words.STATUS_REFUNDED)
                .look("transaction-refunded");
        minji.open(Words.REFUNDS).seesHeading(Words.REFUNDS).sees("17,000").look("refunds");
        assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL))
                .extracting("amountKrw")
                .containsExactlyInAnyOrder(5_000L, 17_000L);
        minji.goTo(location.console("")).seesHeading(Words.OVERVIEW).look("overview");
    }
}
