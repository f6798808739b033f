package com.coworkpay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.settlement.domain.Look.Meaning;
import com.coworkpay.payment.settlement.domain.OrderRule;
import com.coworkpay.payment.settlement.domain.Unfinished;
import com.coworkpay.payment.settlement.domain.Verdict;
import org.junit.jupiter.api.Test;

/// The table of product.md, line by line.
class OrderRuleTest {

    private static final Money MONEY = new Money(null, "CARD", null);
    private static final Unfinished YOUNG = facts(PaymentStatus.UNKNOWN, true, false, false, false);
    private static final Unfinished QUIET = facts(PaymentStatus.UNKNOWN, true, false, false, true);
    private static final Unfinished DEAD = facts(PaymentStatus.UNKNOWN, true, true, true, true);
    private static final Unfinished NEVER_CLAIMED = facts(PaymentStatus.WAITING, false, true, false, true);

    private static Unfinished facts(
            PaymentStatus status, boolean claimed, boolean expired, boolean dead, boolean quiet) {
        return new Unfinished(status, claimed, claimed, expired, dead, quiet, false);
    }

    /// The booking system cancelled what it is for.
    private static Unfinished canceled(Unfinished facts) {
        return new Unfinished(
                facts.status(),
                facts.everClaimed(),
                facts.hasToken(),
                facts.expired(),
                facts.tidDead(),
                facts.quiet(),
                true);
    }

    private static Verdict decide(Unfinished facts, Meaning meaning) {
        return OrderRule.decide(facts, Look.of(meaning, ""));
    }

    @Test
    void paidIsPaidWhereTheSlotIsHeld() {
        assertThat(OrderRule.decide(YOUNG, Look.paid(MONEY, ""))).isEqualTo(new Verdict.Paid(MONEY));
    }

    @Test
    void paidIsSurplusEverywhereElse() {
        for (PaymentStatus status :
                new PaymentStatus[] {PaymentStatus.WAITING, PaymentStatus.CANCELED, PaymentStatus.FAILED}) {
            assertThat(OrderRule.decide(facts(status, true, true, true, true), Look.paid(MONEY, "")))
                    .isEqualTo(new Verdict.Surplus(MONEY));
        }
    }

    @Test
    void readyToApproveIsSentAgainOnlyAfterTheQuietTimeAndWhileTheTidLives() {
        assertThat(decide(YOUNG, Meaning.READY_TO_APPROVE)).isEqualTo(new Verdict.AskAgain(false));
        assertThat(decide(QUIET, Meaning.READY_TO_APPROVE)).isEqualTo(new Verdict.RepeatApprove());
        assertThat(decide(DEAD, Meaning.READY_TO_APPROVE))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
    }

    @Test
    void whatIsCanceledIsNotSentAgainAndOverAfterTheQuietTime() {
        for (Meaning meaning : new Meaning[] {Meaning.READY_TO_APPROVE, Meaning.WAITING_FOR_PAYER, Meaning.STOPPED}) {
            assertThat(decide(canceled(YOUNG), meaning)).isEqualTo(new Verdict.AskAgain(false));
            assertThat(decide(canceled(QUIET), meaning))
                    .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.PAYABLE_CANCELED));
        }
        assertThat(OrderRule.decide(canceled(QUIET), Look.paid(MONEY, ""))).isEqualTo(new Verdict.Paid(MONEY));
        assertThat(decide(canceled(QUIET), Meaning.NOT_FOUND)).isEqualTo(new Verdict.AskAgain(false));
        assertThat(decide(canceled(DEAD), Meaning.NOTHING_LEARNED)).isEqualTo(new Verdict.AskAgain(false));
    }

    @Test
    void noOtherWordOfOrderSendsApproveAgain() {
        for (Meaning meaning : Meaning.values()) {
            if (meaning != Meaning.READY_TO_APPROVE && meaning != Meaning.PAID) {
                assertThat(decide(QUIET, meaning)).isNotInstanceOf(Verdict.RepeatApprove.class);
            }
        }
    }

    @Test
    void whatKakaoPayRefusedIsOverAfterTheQuietTime() {
        for (Unfinished young : new Unfinished[] {YOUNG, canceled(YOUNG)}) {
            assertThat(decide(young, Meaning.FAILED)).isEqualTo(new Verdict.AskAgain(false));
        }
        for (Unfinished quiet : new Unfinished[] {QUIET, DEAD, canceled(QUIET)}) {
            assertThat(decide(quiet, Meaning.FAILED))
                    .isEqualTo(new Verdict.NotPaid(PaymentStatus.FAILED, Reason.NOT_PAID));
        }
    }

    @Test
    void aPayerWhoStoppedMayGoOnUntilTheTidIsDead() {
        assertThat(decide(QUIET, Meaning.STOPPED)).isEqualTo(new Verdict.AskAgain(false));
        assertThat(decide(DEAD, Meaning.STOPPED))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
    }

    @Test
    void notFoundIsNoProofWhereAnApproveMayHaveBeenSent() {
        assertThat(decide(DEAD, Meaning.NOT_FOUND)).isEqualTo(new Verdict.AskAgain(false));
        assertThat(decide(NEVER_CLAIMED, Meaning.NOT_FOUND))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
    }

    @Test
    void ageAloneNeverDecidesWhereAnApproveMayHaveBeenSent() {
        assertThat(decide(DEAD, Meaning.NOTHING_LEARNED)).isEqualTo(new Verdict.AskAgain(false));
        assertThat(decide(DEAD, Meaning.CONTRADICTS)).isEqualTo(new Verdict.AskAgain(true));
    }

    @Test
    void aWaitingPaymentEndsOnceItsTidIsDeadWhateverOrderSaysButPaid() {
        Unfinished dead = facts(PaymentStatus.WAITING, true, true, true, true);
        Unfinished alive = facts(PaymentStatus.WAITING, true, true, false, true);
        for (Meaning meaning : Meaning.values()) {
            if (meaning != Meaning.PAID) {
                assertThat(decide(dead, meaning)).as(meaning.name()).isInstanceOf(Verdict.NotPaid.class);
                assertThat(decide(alive, meaning)).as(meaning.name()).isEqualTo(new Verdict.AskAgain(false));
            }
        }
        assertThat(decide(dead, Meaning.FAILED))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
        assertThat(decide(dead, Meaning.NOT_FOUND))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
    }

    @Test
    void theClockDecidesAboutAPaymentThatWasNeverClaimed() {
        assertThat(decide(NEVER_CLAIMED, Meaning.NOTHING_LEARNED))
                .isEqualTo(new Verdict.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
        assertThat(decide(facts(PaymentStatus.WAITING, false, false, false, true), Meaning.NOTHING_LEARNED))
                .isEqualTo(new Verdict.AskAgain(false));
    }

    @Test
    void aContradictionIsShownToAPerson() {
        assertThat(decide(YOUNG, Meaning.CONTRADICTS)).isEqualTo(new Verdict.AskAgain(true));
    }
}
