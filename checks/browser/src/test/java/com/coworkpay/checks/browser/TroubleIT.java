package com.coworkpay.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.checks.browser.Suite.Location;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people do besides the straight way. Money moves once all the same.
@NeedsBrowser
class TroubleIT {
    private static final long PRICE = 22_000;
    private static final String ROOM = "회의실 A, 2시간";

    private final Suite suite = Suite.shared();

    @AfterEach
    void clearFaults() {
        suite.kakaopay().clearFaults();
    }

    @Test
    void aDoubleClickOnTheLastButtonIsOneRefund() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.KO, location)) {
            minji.goTo(refund(location, payment))
                    .choose(Words.A_PART)
                    .type(Words.AMOUNT_OF_PART, "5000")
                    .press(Words.NEXT);
            minji.button(Words.REFUND_AMOUNT, won(minji, 5_000)).dblclick();
            minji.sees(Words.REFUND_REQUESTED).sees(Words.STATUS_PARTLY_REFUNDED);
        }
        assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
    }

    /// Whoever types an amount and leaves "all" chosen would refund all of it.
    @Test
    void anAmountThatIsTypedIsTheAmount() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.KO, location)) {
            minji.goTo(refund(location, payment))
                    .type(Words.AMOUNT_OF_PART, "5000")
                    .press(Words.NEXT);
            assertThat(minji.button(Words.REFUND_AMOUNT, won(minji, 5_000))).isVisible();
            minji.press(Words.BACK);
            assertThat(minji.field(Words.AMOUNT_OF_PART)).hasValue("5000");
        }
    }

    /// Nobody is asked to send a form again that refunded.
    @Test
    void theBackButtonAfterARefundShowsTheFirstStep() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.KO, location)) {
            minji.goTo(refund(location, payment))
                    .choose(Words.A_PART)
                    .type(Words.AMOUNT_OF_PART, "5000")
                    .press(Words.NEXT)
                    .press(Words.REFUND_AMOUNT, won(minji, 5_000))
                    .sees(Words.REFUND_REQUESTED);
            minji.page().goBack();
            minji.seesHeading("1 / 2").sees(won(minji, PRICE - 5_000));
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
        }
    }

    @Test
    void anAmountAboveWhatIsLeftIsRefusedAtTheField() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.EN, location)) {
            minji.goTo(refund(location, payment))
                    .choose(Words.A_PART)
                    .type(Words.AMOUNT_OF_PART, "22001")
                    .type(Words.NOTE, "keep this")
                    .press(Words.NEXT)
                    .sees(Words.BAD_AMOUNT)
                    .look("refund-bad-amount");
            assertThat(minji.field(Words.AMOUNT_OF_PART)).hasValue("22001");
            assertThat(minji.field(Words.NOTE)).hasValue("keep this");
        }
    }

    @Test
    void aBalanceThatChangedInAnotherTabIsShownAndTheInputKept() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.EN, location).expecting(409, 412, 422)) {
            minji.goTo(refund(location, payment)).type(Words.NOTE, "first tab").press(Words.NEXT);
            var other = minji.anotherTab();
            other.goTo(refund(location, payment))
                    .choose(Words.A_PART)
                    .type(Words.AMOUNT_OF_PART, "5000")
                    .press(Words.NEXT)
                    .press(Words.REFUND_AMOUNT, won(minji, 5_000))
                    .sees(Words.REFUND_REQUESTED);
            minji.press(Words.REFUND_AMOUNT, won(minji, PRICE))
                    .sees(Words.CHANGED_MEANWHILE)
                    .look("refund-stale")
                    .sees(won(minji, 17_000));
            assertThat(minji.field(Words.NOTE)).hasValue("first tab");
            minji.press(Words.NEXT)
                    .press(Words.REFUND_AMOUNT, won(minji, 17_000))
                    .sees(Words.STATUS_REFUNDED);
        }
        assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL))
                .extracting("amountKrw")
                .containsExactlyInAnyOrder(5_000L, 17_000L);
    }

    @Test
    void whoAbortsAtKakaoPayMayTryAgain() {
        var checkout = suite.checkout(suite.connected("강남점"), ROOM, PRICE);
        try (var payer = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            payer.goTo(checkout.url().toString())
                    .press(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE))
                    .press(Words.ABORT)
                    .seesHeading(ROOM)
                    .look("checkout-aborted")
                    .press(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID));
        }
        isPaidOnce(checkout);
    }

    @Test
    void theBackButtonDoesNotOfferToPayAgain() {
        var checkout = suite.checkout(suite.connected("강남점"), ROOM, PRICE);
        try (var payer = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            payer.goTo(checkout.url().toString()).press(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE));
            // Leaves KakaoPay without a word: the attempt waits.
            assertThat(payer.button(Words.PAY_BY_MONEY)).isVisible();
            payer.page().goBack();
            payer.seesHeading(Words.GO_ON_AT_KAKAOPAY)
                    .look("checkout-pending")
                    .follow(Words.CONTINUE_AT_KAKAOPAY)
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID));
            payer.page().goBack();
            payer.page().goBack();
            payer.seesHeading("✓ " + payer.say(Words.PAID)).doesNotSee(Words.GO_ON_AT_KAKAOPAY);
        }
        isPaidOnce(checkout);
    }

    @Test
    void whoLeavesKakaoPayMayCancelThePayment() {
        var checkout = suite.checkout(suite.connected("강남점"), ROOM, PRICE);
        try (var payer = Visitor.of(suite, Language.EN, Screen.PHONE)) {
            payer.goTo(checkout.url().toString()).press(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE));
            assertThat(payer.button(Words.PAY_BY_MONEY)).isVisible();
            payer.goTo(checkout.url().toString())
                    .press(Words.CANCEL_THIS_PAYMENT)
                    .sees(Words.CANCELED);
            assertThat(payer.button(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE))).isVisible();
        }
    }

    @Test
    void aWaitTurnsToPaidByItselfWhenTheAnswerOfApproveIsLost() {
        var checkout = suite.checkout(suite.connected("강남점"), ROOM, PRICE);
        suite.kakaopay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER));
        suite.kakaopay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).times(1_000));
        try (var payer = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            payer.goTo(checkout.url().toString())
                    .press(Words.PAY_WITH_KAKAOPAY, won(payer, PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading(Words.CHECKING)
                    .look("checkout-checking");
            payer.page().evaluate("() => { window.isTheSamePage = true; }");
            suite.kakaopay().clearFaults();
            payer.seesHeading("✓ " + payer.say(Words.PAID));
            assertThat(payer.page().evaluate("() => window.isTheSamePage")).isEqualTo(true);
            assertThat(payer.page().title()).contains(payer.say(Words.PAID));
        }
        isPaidOnce(checkout);
    }

    @Test
    void whoIsSignedOutInMidFormSignsInAndGoesOn() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = signedIn(Language.EN, location).expecting(401, 499)) {
            minji.goTo(refund(location, payment))
                    .type(Words.NOTE, "typed before")
                    .press(Words.NEXT);
            var other = minji.anotherTab();
            other.goTo(location.console("")).page().locator("summary").first().click();
            other.press(Words.SIGN_OUT).seesHeading(Words.SIGNED_OUT).look("signed-out");
            minji.press(Words.REFUND_AMOUNT, won(minji, PRICE));
            // Nothing was sent; whoever signs in again can do it.
            minji.signInAs("Kim Minji", location)
                    .goTo(refund(location, payment))
                    .press(Words.NEXT)
                    .press(Words.REFUND_AMOUNT, won(minji, PRICE))
                    .sees(Words.STATUS_REFUNDED);
        }
        assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
    }

    private Visitor signedIn(Language language, Location location) {
        return Visitor.of(suite, language, Screen.DESK).signInAs("Kim Minji", location);
    }

    private static String refund(Location location, String payment) {
        return location.console("transactions/" + payment + "/refund");
    }

    private static String won(Visitor visitor, long amount) {
        return visitor.language().won(amount);
    }

    private void isPaidOnce(Suite.Checkout checkout) {
        var paid = new String[1];
        await().atMost(Suite.LIMIT).until(() -> {
            var receipt = suite.state(checkout).getJsonObject("receipt");
            paid[0] = receipt == null ? "" : receipt.getString("paymentId");
            return receipt != null;
        });
        assertThat(suite.kakaopay().ledger(paid[0], EffectKind.APPROVE)).hasSize(1);
    }
}
