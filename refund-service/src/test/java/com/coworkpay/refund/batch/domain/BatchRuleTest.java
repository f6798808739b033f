package com.coworkpay.refund.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.PaidPaymentBuilder;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.domain.TestLedger;
import com.coworkpay.refund.policy.domain.RefundRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRuleTest {

    private static final Instant AT = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void allThatIsLeftIsGivenBack() {
        assertThat(BatchRule.result(paid())).isEqualTo(new BatchResult.Refundable(22000));
        assertThat(BatchRule.result(TestLedger.of(new Amounts(22000, 2000, 0), 4000)))
                .isEqualTo(new BatchResult.Refundable(18000));
    }

    /// By a person, it is no refund by cancellation: what it leaves is given back, under way or not.
    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REQUESTED", "AWAITING_APPROVAL", "SUCCEEDED"})
    void anAdministratorsRefundLeavesTheRest(RefundStatus status) {
        assertThat(BatchRule.result(with(refund(Origin.ADMINISTRATOR, status, 5000))))
                .isEqualTo(new BatchResult.Refundable(17000));
        assertThat(BatchRule.result(with(refund(Origin.ADMINISTRATOR, status, 22000))))
                .isEqualTo(new BatchResult.LeftOut(LeftOutReason.NOTHING_LEFT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVOICE", "CREDIT_PACKAGE", "SOMETHING_NEWER"})
    void someTypesAreLeftOut(String type) {
        Ledger ledger = paid();
        Ledger other = new Ledger(
                PaidPaymentBuilder.builder(ledger.payment()).payableType(type).build(), List.of(), List.of(), 0);
        assertThat(BatchRule.result(other)).isEqualTo(new BatchResult.LeftOut(LeftOutReason.TYPE_NOT_REFUNDABLE));
    }

    @ParameterizedTest
    @CsvSource({"CANCELLATION", "BATCH", "OVERPAYMENT"})
    void oneThatWasRefundedIsLeftOutAlsoWhereSomethingIsLeft(Origin origin) {
        assertThat(BatchRule.result(with(refund(origin, RefundStatus.SUCCEEDED, 11000))))
                .isEqualTo(new BatchResult.LeftOut(LeftOutReason.ALREADY_REFUNDED));
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN"})
    void oneThatIsBeingRefundedWaitsAndCountsWithItsAmount(RefundStatus status) {
        Ledger ledger = with(refund(Origin.CANCELLATION, status, 11000));
        BatchResult result = BatchRule.result(ledger);
        assertThat(result).isEqualTo(new BatchResult.UnderWay(22000));
        assertThat(BatchRule.givenBackKrw(ledger, result)).isZero();
    }

    @Test
    void aFailureCountsOnceItIsConfirmed() {
        Refund failed = failed(Failure.REFUSED);
        assertThat(BatchRule.result(with(failed))).isEqualTo(new BatchResult.UnderWay(22000));
        assertThat(BatchRule.result(with(
                        RefundBuilder.builder(failed).failureConfirmedAt(AT).build())))
                .isEqualTo(new BatchResult.Refundable(22000));
        // What was given back elsewhere is not given back again.
        assertThat(BatchRule.result(with(failed(Failure.REFUNDED_ELSEWHERE))))
                .isEqualTo(new BatchResult.Refundable(11000));
    }

    @Test
    void oneInManualReviewIsForAPerson() {
        Refund inReview = RefundBuilder.builder(refund(Origin.CANCELLATION, RefundStatus.UNKNOWN, 11000))
                .manualReviewSince(AT)
                .manualReviewReason(ReviewReason.UNSETTLED_TOO_LONG)
                .build();
        assertThat(BatchRule.result(with(inReview))).isEqualTo(new BatchResult.LeftOut(LeftOutReason.REFUND_IN_REVIEW));
    }

    @Test
    void aPaymentHasSoManyRefundsAtMost() {
        Ledger ledger = paid();
        for (int i = 0; i < RefundRule.MAX_REFUNDS; i++) {
            ledger = ledger.request(refund(Origin.ADMINISTRATOR, RefundStatus.SUCCEEDED, 1));
        }
        assertThat(BatchRule.result(ledger)).isEqualTo(new BatchResult.LeftOut(LeftOutReason.TOO_MANY_REFUNDS));
    }

    private static Ledger paid() {
        return TestLedger.of(new Amounts(22000, 2000, 0), 0);
    }

    private static Ledger with(Refund refund) {
        return paid().request(refund);
    }

    private static Refund failed(Failure failure) {
        return RefundBuilder.builder(refund(Origin.CANCELLATION, RefundStatus.FAILED, 11000))
                .failure(failure)
                .build();
    }

    private static Refund refund(Origin origin, RefundStatus status, long amountKrw) {
        return RefundBuilder.builder()
                .id(UUID.randomUUID())
                .paymentId(paid().payment().paymentId())
                .version(1)
                .status(status)
                .origin(origin)
                .amountKrw(amountKrw)
                .vatKrw(amountKrw / 11)
                .reason("OTHER")
                .moreAids(List.of())
                .requestedAt(AT)
                .approval(status == RefundStatus.AWAITING_APPROVAL ? new Approval(1, 1, 1, AT, List.of()) : null)
                .build();
    }
}
