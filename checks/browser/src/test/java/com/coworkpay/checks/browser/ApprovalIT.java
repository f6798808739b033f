package com.coworkpay.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.EffectKind;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Above the location's limit nobody refunds alone.
@NeedsBrowser
class ApprovalIT {
    private static final long PRICE = 150_000;
    private static final String HALL = "Event space, one day";

    private final Suite suite = Suite.shared();

    @Test
    void oneAsksAndAnotherApproves() {
        var location = suite.connected("Gangnam");
        String payment = suite.paid(location, HALL, PRICE);
        String won = Language.EN.won(PRICE);
        try (var minji = Visitor.of(suite, Language.EN, Screen.DESK);
                var dohyun = Visitor.of(suite, Language.EN, Screen.PHONE)) {
            minji.signInAs("Kim Minji", location)
                    .goTo(location.console("transactions/" + payment))
                    .beginRefund()
                    .press(Words.NEXT)
                    .sees(Language.EN.won(100_000))
                    .press(Words.REQUEST_AMOUNT, won)
                    .sees(Words.REFUND_WAITS);
            assertThat(minji.answerLink()).hasCount(0);
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).isEmpty();

            dohyun.signInAs("Choi Dohyun", location)
                    .goTo(location.console("refunds?status=AWAITING_APPROVAL"))
                    .follow(HALL)
                    .seesHeading(HALL)
                    .beginAnswer()
                    .choose(Words.APPROVE_IT)
                    .press(Words.NEXT)
                    .press(Words.APPROVE_AMOUNT, won)
                    .sees(Words.APPROVED)
                    .sees(Words.STATUS_REFUNDED);
            minji.sees(Words.STATUS_REFUNDED);
            assertThat(minji.page()).hasTitle(Pattern.compile("↩ Refunded – " + HALL + " – .*"));
            assertThat(minji.page().locator("#badge-refunds")).isEmpty();
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL))
                    .extracting("amountKrw")
                    .containsExactly(PRICE);
        }
    }
}
