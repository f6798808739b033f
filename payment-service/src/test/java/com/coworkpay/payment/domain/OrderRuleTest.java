package com.coworkpay.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import org.junit.jupiter.api.Test;

/// The table of docs/design/payment-service.md, line by line.
class OrderRuleTest {

    private static final ApprovalDetails MONEY = new ApprovalDetails(null, "CARD", null);
    private static final SettlementFacts YOUNG = facts(PaymentStatus.UNKNOWN, true, false, false, false);
    private static final SettlementFacts QUIET = facts(PaymentStatus.UNKNOWN, true, false, false, true);
    private static final SettlementFacts DEAD = facts(PaymentStatus.UNKNOWN, true, true, true, true);
    private static final SettlementFacts NEVER_CLAIMED = facts(PaymentStatus.WAITING, false, true, false, true);

    private static SettlementFacts facts(
            PaymentStatus status, boolean claimed, boolean expired, boolean dead, boolean quiet) {
        return new SettlementFacts(status, claimed, claimed, expired, dead, quiet, false, claimed && quiet && !dead);
    }

    /// The booking system cancelled what it is for.
    private static SettlementFacts canceled(SettlementFacts facts) {
        return new SettlementFacts(
                facts.status(),
                facts.everClaimed(),
                facts.hasToken(),
                facts.expired(),
                facts.tidDead(),
                facts.quiet(),
                true,
                false);
    }

    private static SettlementDecision decide(SettlementFacts facts, InquiryResult meaning) {
        return OrderRule.decide(facts, OrderInquiry.of(meaning, ""));
    }

    @Test
    void paidIsPaidWhereTheSlotIsHeld() {
        assertThat(OrderRule.decide(YOUNG, OrderInquiry.paid(MONEY, ""))).isEqualTo(new SettlementDecision.Paid(MONEY));
    }

    @Test
    void paidIsOverpaidEverywhereElse() {
        for (PaymentStatus status :
                new PaymentStatus[] {PaymentStatus.WAITING, PaymentStatus.CANCELED, PaymentStatus.FAILED}) {
            assertThat(OrderRule.decide(facts(status, true, true, true, true), OrderInquiry.paid(MONEY, "")))
                    .isEqualTo(new SettlementDecision.Overpayment(MONEY));
        }
    }

    @Test
    void readyToApproveIsSentAgainOnlyAfterTheQuietTimeAndWhileTheTidLives() {
        assertThat(decide(YOUNG, InquiryResult.READY_TO_APPROVE)).isEqualTo(new SettlementDecision.CheckLater(false));
        assertThat(decide(QUIET, InquiryResult.READY_TO_APPROVE)).isEqualTo(new SettlementDecision.RepeatApprove());
        assertThat(decide(DEAD, InquiryResult.READY_TO_APPROVE))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
    }

    @Test
    void whatIsCanceledIsNotSentAgainAndOverAfterTheQuietTime() {
        for (InquiryResult meaning : new InquiryResult[] {
            InquiryResult.READY_TO_APPROVE, InquiryResult.WAITING_FOR_PAYER, InquiryResult.STOPPED
        }) {
            assertThat(decide(canceled(YOUNG), meaning)).isEqualTo(new SettlementDecision.CheckLater(false));
            assertThat(decide(canceled(QUIET), meaning))
                    .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.PAYABLE_CANCELED));
        }
        assertThat(OrderRule.decide(canceled(QUIET), OrderInquiry.paid(MONEY, "")))
                .isEqualTo(new SettlementDecision.Paid(MONEY));
        assertThat(decide(canceled(QUIET), InquiryResult.NOT_FOUND))
                .isEqualTo(new SettlementDecision.CheckLater(false));
        assertThat(decide(canceled(DEAD), InquiryResult.NOTHING_LEARNED))
                .isEqualTo(new SettlementDecision.CheckLater(false));
    }

    @Test
    void noOtherAnswerOfOrderSendsApproveAgain() {
        for (InquiryResult meaning : InquiryResult.values()) {
            if (meaning != InquiryResult.READY_TO_APPROVE && meaning != InquiryResult.PAID) {
                assertThat(decide(QUIET, meaning)).isNotInstanceOf(SettlementDecision.RepeatApprove.class);
            }
        }
    }

    @Test
    void whatKakaoPayDeclinedIsOverAfterTheQuietTime() {
        for (SettlementFacts young : new SettlementFacts[] {YOUNG, canceled(YOUNG)}) {
            assertThat(decide(young, InquiryResult.FAILED)).isEqualTo(new SettlementDecision.CheckLater(false));
        }
        for (SettlementFacts quiet : new SettlementFacts[] {QUIET, DEAD, canceled(QUIET)}) {
            assertThat(decide(quiet, InquiryResult.FAILED))
                    .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.FAILED, Reason.NOT_PAID));
        }
    }

    @Test
    void aPayerWhoStoppedMayGoOnUntilTheTidIsDead() {
        assertThat(decide(QUIET, InquiryResult.STOPPED)).isEqualTo(new SettlementDecision.CheckLater(false));
        assertThat(decide(DEAD, InquiryResult.STOPPED))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
    }

    @Test
    void notFoundIsNoProofWhereAnApproveMayHaveBeenSent() {
        assertThat(decide(DEAD, InquiryResult.NOT_FOUND)).isEqualTo(new SettlementDecision.CheckLater(false));
        assertThat(decide(NEVER_CLAIMED, InquiryResult.NOT_FOUND))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
    }

    @Test
    void ageAloneNeverDecidesWhereAnApproveMayHaveBeenSent() {
        assertThat(decide(DEAD, InquiryResult.NOTHING_LEARNED)).isEqualTo(new SettlementDecision.CheckLater(false));
        assertThat(decide(DEAD, InquiryResult.CONTRADICTS)).isEqualTo(new SettlementDecision.CheckLater(true));
    }

    @Test
    void aWaitingPaymentEndsOnceItsTidIsDeadUnlessOrderSaysPaid() {
        SettlementFacts dead = facts(PaymentStatus.WAITING, true, true, true, true);
        SettlementFacts alive = facts(PaymentStatus.WAITING, true, true, false, true);
        for (InquiryResult meaning : InquiryResult.values()) {
            if (meaning != InquiryResult.PAID) {
                assertThat(decide(dead, meaning)).as(meaning.name()).isInstanceOf(SettlementDecision.NotPaid.class);
                assertThat(decide(alive, meaning))
                        .as(meaning.name())
                        .isEqualTo(new SettlementDecision.CheckLater(false));
            }
        }
        assertThat(decide(dead, InquiryResult.FAILED))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID));
        assertThat(decide(dead, InquiryResult.NOT_FOUND))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
    }

    @Test
    void theClockDecidesAboutAPaymentThatWasNeverClaimed() {
        assertThat(decide(NEVER_CLAIMED, InquiryResult.NOTHING_LEARNED))
                .isEqualTo(new SettlementDecision.NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED));
        assertThat(decide(facts(PaymentStatus.WAITING, false, false, false, true), InquiryResult.NOTHING_LEARNED))
                .isEqualTo(new SettlementDecision.CheckLater(false));
    }

    @Test
    void aContradictionIsShownToAPerson() {
        assertThat(decide(YOUNG, InquiryResult.CONTRADICTS)).isEqualTo(new SettlementDecision.CheckLater(true));
    }
}
