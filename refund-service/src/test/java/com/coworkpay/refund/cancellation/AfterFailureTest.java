package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.refund.settlement.SettlementWorker;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A cancellation after one whose refund is not over, or failed.
@RefundServiceTest
class AfterFailureTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    DecideCancellations decide;

    @Inject
    SettlementWorker settlement;

    @Inject
    Scheduler scheduler;

    @Test
    void itWaitsForTheProofThatNothingMovedAndRefundsThen() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().byCard());
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String failed = TestLocation.refundId(paid);
        TestLocation.untilRefund(failed, "FAILED");

        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        decide(place, paid);
        assertThat(decisions(paid)).isEqualTo(1);

        Db.update("update refund set failure_confirmed_at = now() where id = ?::uuid", failed);
        decide(place, paid);
        assertThat(decisions(paid)).isEqualTo(2);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(TestLocation.refundId(paid)).isNotEqualTo(failed);
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);

        place.cancel(place.cancellation(paid, IN_TIME));
        TestLocation.until(() -> decisions(paid) == 3);
        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED ALREADY_REFUNDED 0");
    }

    /// `order` does not confirm the failure, perhaps never: the account may be gone. A person paid by bank transfer.
    @Test
    void whatWasRefundedElsewhereBlocksNoLaterCancellation() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().byCard());
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String failed = TestLocation.refundId(paid);
        TestLocation.untilRefund(failed, "FAILED");
        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        assertThat(decisions(paid)).isEqualTo(1);
        Db.told(
                paid.id(),
                "update paid_payment set refunded_elsewhere_krw = 10000 where payment_id = ?::uuid",
                paid.id());
        Db.moveTold(failed, "failure = 'REFUNDED_ELSEWHERE', version = version + 1");
        TestLocation.until(() -> decisions(paid) == 2);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 12000");
    }

    /// The refund may take longer than the sweeper's window.
    @Test
    void itWaitsForAnEarlierRefundAndIsDecidedWhenThatFails() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String unknown = unknown(place, paid, FaultKind.RESET_BEFORE);
        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        assertThat(decisions(paid)).isEqualTo(1);
        Db.update(
                "update cancellation set received_at = received_at - interval '90 days' where location_id = ?",
                place.location());
        assertThat(forgotten(Duration.ofDays(100))).isZero();

        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        settle(unknown);
        settle(unknown);
        assertThat(Db.status(unknown)).isEqualTo("FAILED");
        TestLocation.until(() -> decisions(paid) == 2);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(declined(paid)).isZero();
    }

    @Test
    void itWaitsForAnEarlierRefundAndIsDeclinedOnlyOnceThatSucceeded() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String unknown = unknown(place, paid, FaultKind.NO_ANSWER_AFTER);
        place.cancel(place.cancellation(paid, IN_TIME));
        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        assertThat(decisions(paid)).isEqualTo(1);
        assertThat(declined(paid)).isZero();

        settle(unknown);
        assertThat(Db.status(unknown)).isEqualTo("SUCCEEDED");
        TestLocation.until(() -> decisions(paid) == 3);
        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED ALREADY_REFUNDED 0");
        TestLocation.until(() -> waiting(paid) == 0);
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// Any of the two decides it; the sweeper does not report it as forgotten.
    @Test
    void whatWaitedIsNotForgotten() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String unknown = unknown(place, paid, FaultKind.NO_ANSWER_AFTER);
        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        Db.update(
                "update cancellation set received_at = received_at - interval '2 minutes' where location_id = ?",
                place.location());
        scheduler.pause("deferred-decisions");
        try {
            settle(unknown);
            assertThat(Db.status(unknown)).isEqualTo("SUCCEEDED");
            assertThat(waiting(paid)).isEqualTo(1);
            assertThat(forgotten(Duration.ofHours(1))).isZero();
        } finally {
            scheduler.resume("deferred-decisions");
        }
        TestLocation.until(() -> decisions(paid) == 2);
    }

    /// Of one cancellation the answer of KakaoPay is lost.
    private static String unknown(TestLocation place, TestPayment paid, FaultKind fault) {
        place.kakaoPay().fault(Fault.of(Endpoint.CANCEL, fault).forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        return refund;
    }

    /// One round of settlement, after the quiet time.
    private void settle(String refund) {
        Db.move(refund, "sent_at = sent_at - interval '31 seconds', next_check_at = now() - interval '1 second'");
        settlement.round().await().atMost(Duration.ofSeconds(20));
    }

    private int forgotten(Duration within) {
        return decide.forgotten(within).await().atMost(Duration.ofSeconds(20));
    }

    private static long waiting(TestPayment paid) {
        return Db.number("select count(*) from deferred_decision where payment_id = ?::uuid", paid.id());
    }

    private static long declined(TestPayment paid) {
        return Db.number(
                "select count(*) from outbox where type = 'coworkpay.notice.refund_declined.v1' and aggregateid = ?",
                paid.payableId());
    }

    private void decide(TestLocation place, TestPayment paid) {
        decide.ofPayables(List.of(new PayableRef(place.location(), PayableType.BOOKING, paid.payableId())), Map.of())
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }
}
