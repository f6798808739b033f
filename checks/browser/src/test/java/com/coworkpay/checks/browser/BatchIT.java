package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.EffectKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An event is cancelled: counted, confirmed by its sum, approved by another person, and everybody has the money back,
/// with the mouse.
@NeedsBrowser
class BatchIT {
    private static final long TICKET = 33_000;
    private static final int TICKETS = 6;
    private static final String NAME = "Networking day, one ticket";

    private final Suite suite = Suite.shared();

    @Test
    void everybodyIsRefundedOnce() {
        var location = suite.connected("Gangnam");
        String event = "event-" + UUID.randomUUID();
        List<String> payments = IntStream.range(0, TICKETS)
                .mapToObj(_ -> suite.paidTicket(location, event, NAME, TICKET))
                .toList();
        long total = (TICKETS - 1) * TICKET;
        String won = Language.EN.won(total);
        try (var minji = Visitor.of(suite, Language.EN, Screen.DESK).expecting(422);
                var dohyun = Visitor.of(suite, Language.EN, Screen.PHONE)) {
            refundOne(minji, location, payments.getFirst());
            minji.goTo(location.console("refunds"))
                    .follow(Words.REFUND_BATCHES)
                    .seesHeading(Words.REFUND_BATCHES)
                    .type(Words.EVENT_ID, event)
                    .press(Words.COUNT_NOW)
                    .sees(Words.BATCH_TO_BE_CONFIRMED)
                    .sees(minji.say(Words.LEFT_OUT_NOTHING_LEFT) + ": 1");
            String batch = minji.page().url();
            minji.link(minji.say(Words.CONFIRM_BATCH) + " …").click();
            minji.page().fill("#sum", "1");
            minji.press(Words.REFUND_ALL, won).page().locator("#sum-problem").waitFor();
            minji.page().fill("#sum", String.valueOf(total));
            minji.press(Words.REFUND_ALL, won).sees(Words.BATCH_WAITS);
            assertThat(cancels(payments)).isEqualTo(1);

            dohyun.signInAs("Choi Dohyun", location).goTo(batch);
            dohyun.link(dohyun.say(Words.ANSWER_BATCH) + " …").click();
            dohyun.page().locator("[name=answer][value=APPROVED]").check();
            dohyun.page().fill("#sum", "165,000");
            dohyun.press(Words.GIVE_ANSWER).sees(Words.BATCH_DONE);
            minji.sees(Words.BATCH_DONE);
        }
        assertThat(cancels(payments)).isEqualTo(TICKETS);
        for (String payment : payments) {
            assertThat(suite.kakaopay().ledger(payment, EffectKind.CANCEL))
                    .extracting("amountKrw")
                    .containsExactly(TICKET);
        }
    }

    /// Before the event is cancelled: nothing is left of this one.
    private static void refundOne(Visitor minji, Suite.Location location, String payment) {
        minji.signInAs("Kim Minji", location)
                .goTo(location.console("transactions/" + payment))
                .beginRefund()
                .press(Words.NEXT)
                .press(Words.REFUND_AMOUNT, Language.EN.won(TICKET))
                .sees(Words.STATUS_REFUNDED);
    }

    private long cancels(List<String> payments) {
        return payments.stream()
                .mapToLong(payment ->
                        suite.kakaopay().ledger(payment, EffectKind.CANCEL).size())
                .sum();
    }
}
