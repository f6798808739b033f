package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Services;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// Each process is killed while a form of its is open, and all are restarted in good order: what was typed is still
/// there, nobody has to sign in again, and pressing again moves money once.
@NeedsBrowser
@DisabledIfSystemProperty(
        named = "coworkpay.stack",
        matches = ".+",
        disabledReason = "kills processes of its own stack")
class CrashIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PRICE = 22_000;
    private static final String ROOM = "회의실 A, 2시간";

    private final Suite suite = Suite.shared();
    private LocalStack stack;

    @BeforeEach
    void ownStack() {
        stack = java.util.Objects.requireNonNull(suite.stack());
    }

    @Test
    void eachServiceIsKilledInTurn() {
        var location = suite.location("강남점");
        try (var minji = visitor()) {
            minji.signInAs("Kim Minji", location).goTo(location.console("kakaopay"));
            minji.type(Words.KEY, DemoMerchants.SECRET_KEY).type(Words.CID, DemoMerchants.SECRET_KEY_CID);
            kill(Services.INTEGRATION);
            minji.press(Words.TRY_AND_CONNECT).sees(Words.CONNECTED);

            String payment = pay(suite.checkout(location, ROOM, PRICE));

            kill(Services.REPORTING);
            minji.open(Words.TRANSACTIONS).seesInTheEnd(payment).follow(payment).beginRefund();
            minji.type(Words.NOTE, "typed before the crash");
            kill(Services.CONSOLE);
            minji.press(Words.NEXT).sees("typed before the crash");

            // Pressed while nobody is there; pressed again it cannot happen twice.
            stack.service(Services.REFUND).kill();
            var button = minji.button(Words.REFUND_AMOUNT, minji.language().won(PRICE));
            pressUntilTaken(minji, button);
            minji.sees(Words.STATUS_REFUNDED);
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
        }
    }

    @Test
    void aRollingRestartInMidForm() {
        var location = suite.connected("강남점");
        String payment = suite.paid(location, ROOM, PRICE);
        try (var minji = visitor()) {
            minji.signInAs("Kim Minji", location)
                    .goTo(location.console("transactions/" + payment + "/refund"))
                    .type(Words.NOTE, "typed before the restart")
                    .press(Words.NEXT)
                    .sees("typed before the restart");
            stack.roll(Services.PROGRAMS, line -> {});
            minji.press(Words.REFUND_AMOUNT, minji.language().won(PRICE))
                    .sees(Words.REFUND_REQUESTED)
                    .sees(Words.STATUS_REFUNDED);
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL)).hasSize(1);
        }
    }

    /// The stream is answered with an error meanwhile; the page begins it again.
    @Test
    void aWaitOutlivesItsService() {
        var checkout = suite.checkout(suite.connected("강남점"), ROOM, PRICE);
        suite.kakaopay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER));
        suite.kakaopay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).times(1_000));
        try (var payer = visitor()) {
            payer.goTo(checkout.url().toString())
                    .press(Words.PAY_WITH_KAKAOPAY, payer.language().won(PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading(Words.CHECKING);
            payer.page().evaluate("() => { window.isTheSamePage = true; }");
            kill(Services.PAYMENT);
            suite.kakaopay().clearFaults();
            payer.seesHeading("✓ " + payer.say(Words.PAID));
            assertThat(payer.page().evaluate("() => window.isTheSamePage")).isEqualTo(true);
        } finally {
            suite.kakaopay().clearFaults();
        }
    }

    /// Live pages poll while a process is away.
    private Visitor visitor() {
        return Visitor.of(suite, Language.KO, Screen.DESK).expecting(0, 500, 502, 503, 504);
    }

    private String pay(Suite.Checkout checkout) {
        try (var payer = visitor()) {
            payer.goTo(checkout.url().toString()).seesHeading(ROOM);
            kill(Services.PAYMENT);
            payer.press(Words.PAY_WITH_KAKAOPAY, payer.language().won(PRICE))
                    .press(Words.PAY_BY_MONEY)
                    .seesHeading("✓ " + payer.say(Words.PAID));
            return payer.page().locator("main code").first().innerText();
        }
    }

    private static void pressUntilTaken(Visitor minji, Locator button) {
        await().atMost(LIMIT).until(() -> {
            if (button.count() > 0) {
                button.click();
                minji.page().waitForLoadState();
            }
            return minji.page().getByText(minji.say(Words.REFUND_REQUESTED)).count() > 0;
        });
    }

    private void kill(String service) {
        var process = stack.service(service);
        long before = process.pid();
        process.kill();
        await().atMost(LIMIT).until(() -> process.pid() != before && process.isReady());
        // The doors ask twice a second whether it is there again.
        for (String other : List.of(service)) {
            await().atMost(LIMIT).until(() -> stack.processes(other).stream().allMatch(each -> each.isReady()));
        }
    }
}
