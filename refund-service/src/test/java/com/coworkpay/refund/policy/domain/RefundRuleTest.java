package com.coworkpay.refund.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.domain.LedgerAmounts;
import com.coworkpay.refund.domain.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundRuleTest {

    private static final Instant DEADLINE = Instant.parse("2026-11-30T00:00:00Z");

    @Test
    void exactlyAtTheDeadlineIsInTimeAndAMomentLaterIsNot() {
        assertThat(TestDecision.booking(DEADLINE).decide())
                .isEqualTo(new RuleResult(DecisionReason.IN_TIME, 22000, 100, DEADLINE));
        assertThat(TestDecision.booking(DEADLINE.plusNanos(1)).decide())
                .isEqualTo(new RuleResult(DecisionReason.TOO_LATE, 0, 0, DEADLINE));
    }

    @Test
    void beforeTheStartMeansUntilTheStart() {
        RefundPolicy untilStart = new RefundPolicy.BeforeStart(RefundDeadline.PT0S);
        assertThat(TestDecision.booking(TestDecision.START)
                        .policy(untilStart)
                        .decide()
                        .refunds())
                .isTrue();
        assertThat(TestDecision.booking(TestDecision.START.plusMillis(1))
                        .policy(untilStart)
                        .decide()
                        .refunds())
                .isFalse();
    }

    @Test
    void cancelledBeforeApprovedIsRefundedWhateverPolicyAndSwitchSay() {
        TestDecision early = TestDecision.booking(TestDecision.APPROVED.minusMillis(1))
                .policy(new RefundPolicy.NoRefund())
                .switchedOff();
        assertThat(early.decide().reason()).isEqualTo(DecisionReason.CANCELED_BEFORE_APPROVED);
        assertThat(early.decide().amountKrw()).isEqualTo(22000);
        assertThat(TestDecision.booking(TestDecision.APPROVED)
                        .policy(new RefundPolicy.NoRefund())
                        .decide()
                        .reason())
                .isEqualTo(DecisionReason.NO_REFUND_POLICY);
    }

    @Test
    void anOverpaymentIsRefundedWhateverSwitchTypeAndPolicySay() {
        RuleResult decision = TestDecision.booking(DEADLINE)
                .trigger(new RefundTrigger.Overpayment())
                .type(PayableType.INVOICE)
                .policy(null)
                .switchedOff()
                .decide();
        assertThat(decision).isEqualTo(new RuleResult(DecisionReason.OVERPAYMENT, 22000, 100, null));
    }

    @Test
    void invoicesAndCreditPackagesAreNeverRefundedByACancellation() {
        for (PayableType type : List.of(PayableType.INVOICE, PayableType.CREDIT_PACKAGE)) {
            assertThat(TestDecision.booking(DEADLINE).type(type).decide().reason())
                    .isEqualTo(DecisionReason.TYPE_NOT_REFUNDABLE);
        }
    }

    @Test
    void oneRefundByCancellationAtATimeAndTheReasonIsTrue() {
        TestDecision again = TestDecision.booking(DEADLINE);
        assertThat(again.earlier(EarlierRefund.SUCCEEDED).decide().reason()).isEqualTo(DecisionReason.ALREADY_REFUNDED);
        assertThat(again.earlier(EarlierRefund.UNDER_WAY).decide().reason()).isEqualTo(DecisionReason.REFUND_UNDER_WAY);
    }

    @Test
    void aPaymentHasSoManyRefundsAndNoMore() {
        assertThat(TestDecision.booking(DEADLINE).refunds(99).decide().refunds())
                .isTrue();
        assertThat(TestDecision.booking(DEADLINE).refunds(100).decide().reason())
                .isEqualTo(DecisionReason.TOO_MANY_REFUNDS);
    }

    @Test
    void theSwitchHoldsForAdministratorsWithoutAChoiceOfTheirOwn() {
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.FULL, null))
                        .switchedOff()
                        .decide()
                        .amountKrw())
                .isEqualTo(22000);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.AMOUNT, 700L))
                        .switchedOff()
                        .decide()
                        .amountKrw())
                .isEqualTo(700);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.NONE, null))
                        .switchedOff()
                        .decide()
                        .reason())
                .isEqualTo(DecisionReason.ADMINISTRATOR_CHOSE_NONE);
        assertThat(byAdmin(null).switchedOff().decide().reason()).isEqualTo(DecisionReason.AUTOMATIC_REFUNDS_OFF);
    }

    /// While nothing was refunded, no text says that it was.
    @Test
    void noTextSaysThatMoneyWasRefundedWhereNoneWas() {
        LedgerAmounts reserved =
                new LedgerAmounts(new Amounts(22000, 2000, 0), Amounts.NOTHING, new Amounts(5000, 455, 0));
        TestDecision some = TestDecision.booking(DEADLINE).ledger(reserved);
        assertThat(DecisionTexts.of(some.input(), some.decide()).en()).contains("or is being refunded");
        assertThat(DecisionTexts.of(some.input(), some.decide()).ko()).contains("환불 중인 금액");
        TestDecision open = TestDecision.booking(DEADLINE).earlier(EarlierRefund.UNDER_WAY);
        assertThat(DecisionTexts.of(open.input(), open.decide()).en())
                .contains("in progress")
                .doesNotContain("refunded");
        assertThat(DecisionTexts.of(open.input(), open.decide()).ko())
                .contains("진행 중")
                .doesNotContain("환불 처리되었");
    }

    @Test
    void anAdministratorsChoiceStandsInThePlaceOfThePolicy() {
        assertThat(byAdmin(null).decide().amountKrw()).isEqualTo(22000);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.FULL, null))
                        .decide()
                        .amountKrw())
                .isEqualTo(22000);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.AMOUNT, 700L))
                        .decide()
                        .amountKrw())
                .isEqualTo(700);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.AMOUNT, 99000L))
                        .decide()
                        .amountKrw())
                .isEqualTo(22000);
        assertThat(byAdmin(new RefundChoice(RefundChoice.Kind.NONE, null))
                        .decide()
                        .reason())
                .isEqualTo(DecisionReason.ADMINISTRATOR_CHOSE_NONE);
    }

    @Test
    void ordersWhileNew() {
        TestDecision order =
                TestDecision.booking(DEADLINE).type(PayableType.SHOP_ORDER).policy(new RefundPolicy.UntilProcessed());
        assertThat(order.trigger(inState("NEW")).decide().reason()).isEqualTo(DecisionReason.ORDER_STILL_NEW);
        assertThat(order.trigger(inState("DONE")).decide().reason()).isEqualTo(DecisionReason.ORDER_IN_PROGRESS);
        assertThat(order.trigger(inState(null)).decide().reason()).isEqualTo(DecisionReason.ORDER_IN_PROGRESS);
    }

    @Test
    void aLadderGivesTheBestReachedStepLessWhatIsGone() {
        RefundPolicy ladder = new RefundPolicy.Tiered(List.of(
                new RefundPolicy.Tier(RefundDeadline.P2D, 100), new RefundPolicy.Tier(RefundDeadline.PT4H, 50)));
        LedgerAmounts odd =
                new LedgerAmounts(new Amounts(10001, 909, 0), new Amounts(1000, 90, 0), new Amounts(500, 45, 0));
        TestDecision half = TestDecision.booking(TestDecision.START.minusSeconds(4 * 3600))
                .policy(ladder)
                .ledger(odd);
        assertThat(half.decide().amountKrw()).isEqualTo(5000 - 1000 - 500);
        assertThat(TestDecision.booking(TestDecision.START.minusSeconds(49 * 3600))
                        .policy(ladder)
                        .decide()
                        .percent())
                .isEqualTo(100);
        assertThat(TestDecision.booking(TestDecision.START)
                        .policy(ladder)
                        .decide()
                        .deadlineAt())
                .isEqualTo(TestDecision.START.minusSeconds(4 * 3600));
    }

    @Test
    void withoutAStartOrAPolicyNothingIsGuessed() {
        assertThat(TestDecision.booking(DEADLINE).start(null).decide().reason())
                .isEqualTo(DecisionReason.START_UNKNOWN);
        assertThat(TestDecision.booking(DEADLINE).policy(null).decide().reason())
                .isEqualTo(DecisionReason.NO_POLICY);
    }

    @Test
    void eachDecisionExplainsItselfInBothLanguages() {
        TestDecision inTime = TestDecision.booking(DEADLINE);
        LocalizedText explanation = DecisionTexts.of(inTime.input(), inTime.decide());
        assertThat(explanation.en())
                .isEqualTo("Refundable until Mon 30 Nov 2026 09:00 KST: ₩22,000 (100 % of the price).");
        assertThat(explanation.ko()).isEqualTo("2026년 11월 30일(월) 09:00 KST까지 환불 가능: 22,000원 (결제 금액의 100%).");
        for (DecisionReason reason : DecisionReason.values()) {
            RuleResult decision = new RuleResult(reason, reason.refunds() ? 1 : 0, 100, DEADLINE);
            assertThat(DecisionTexts.of(inTime.input(), decision).en())
                    .isNotBlank()
                    .as("amounts as on all English pages")
                    .doesNotContain(" won");
            assertThat(DecisionTexts.of(inTime.input(), decision).ko()).containsPattern("\\p{IsHangul}");
        }
    }

    private static TestDecision byAdmin(@Nullable RefundChoice choice) {
        return TestDecision.booking(DEADLINE)
                .policy(new RefundPolicy.NoRefund())
                .trigger(new RefundTrigger.Canceled(DEADLINE, Role.ADMIN, null, choice));
    }

    private static RefundTrigger inState(@Nullable String state) {
        return new RefundTrigger.Canceled(DEADLINE, Role.LOCATION_MEMBER, state, null);
    }
}
