package com.coworkpay.refund.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.refund.settlement.SettlementWorker;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// However long KakaoPay is unavailable, and whatever is in manual review meanwhile: once it shows that nothing moved,
/// the refund is given. Rows are moved, not clocks.
@RefundServiceTest
class OutageTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    SettlementWorker settlement;

    @Test
    void kakaoPayIsUnavailableForThreeHours() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outage(place, paid, "3 hours");
    }

    /// Longer than every limit that there is.
    @Test
    void kakaoPayIsUnavailableForTwentyFiveHours() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outage(place, paid, "25 hours");
    }

    private void outage(TestLocation place, TestPayment paid, String howLong) {
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE)
                        .times(1000)
                        .forTid(paid.tid()));
        place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE)
                        .times(1000)
                        .forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        grow(refund, howLong);
        settle(refund);
        assertThat(review(refund)).isEqualTo("UNKNOWN UNSETTLED_TOO_LONG");
        assertThat(TestLocation.event(paid, "manual_review")
                        .data()
                        .path("refunds")
                        .get(0)
                        .path("manualReviewReason")
                        .asText())
                .isEqualTo("UNSETTLED_TOO_LONG");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 22000");
        // The pauses grow: after many inquiries to a sixth of the age, an hour at most.
        Db.move(refund, "check_attempts = 20");
        settle(refund);
        assertThat(Db.number(
                        "select extract(epoch from next_check_at - now())::bigint from refund where id = ?::uuid",
                        refund))
                .isBetween(1500L, 3600L);

        place.kakaoPay().clearFaults();
        given(place, paid, refund);
    }

    /// Only the cancel endpoint fails: many attempts lead to manual review, none ends the refund.
    @Test
    void theCancelEndpointIsIllForHalfAnHour() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.STATUS_BEFORE)
                        .times(1000)
                        .forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        // After so many calls without an answer the account's breaker spares some: then nothing is learned.
        TestLocation.until(() -> {
            grow(refund, "4 minutes");
            settle(refund);
            return cancelAttempts(place, paid) >= 7;
        });
        assertThat(review(refund)).isEqualTo("UNKNOWN MANY_ATTEMPTS");
        place.kakaoPay().clearFaults();
        given(place, paid, refund);
    }

    /// "An earlier bank deal is open, retry in about 20 minutes": the balance may not count it yet.
    @Test
    void aBanksOpenDealIsOverBeforeTheCancelIsRepeated() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.code(Endpoint.CANCEL, -781, "BANK_FIRM_UNKNOWN")
                        .times(5)
                        .forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        for (int cancelAttempts = 1; cancelAttempts <= 5; cancelAttempts++) {
            Db.move(refund, "sent_at = sent_at - interval '20 minutes'");
            settle(refund);
            assertThat(cancelAttempts(place, paid)).isEqualTo(cancelAttempts);
            Db.move(refund, "repeat_not_before = repeat_not_before - interval '26 minutes'");
            settle(refund);
        }
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(cancelAttempts(place, paid)).isEqualTo(6);
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    private void given(TestLocation place, TestPayment paid, String refund) {
        TestLocation.until(() -> {
            Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
            settle(refund);
            return Db.status(refund).equals("SUCCEEDED");
        });
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(Db.number(
                        "select count(*) from refund where id = ?::uuid and (manual_review_since is not null"
                                + " or manual_review_reason is not null)",
                        refund))
                .isZero();
        assertThat(TestLocation.event(paid, "succeeded")
                        .data()
                        .path("refunds")
                        .get(0)
                        .path("manualReviewSince")
                        .isNull())
                .isTrue();
    }

    private static void grow(String refund, String by) {
        Db.move(
                refund,
                "next_check_at = next_check_at - interval '" + by + "', sent_at = sent_at - interval '" + by
                        + "', unsettled_since = unsettled_since - interval '" + by + "'");
    }

    private static String review(String refund) {
        return Db.text(
                "select status || ' ' || coalesce(manual_review_reason, '-') from refund where id = ?::uuid", refund);
    }

    private static long cancelAttempts(TestLocation place, TestPayment paid) {
        return place.kakaoPay().calls(paid.id()).stream()
                .filter(call -> call.endpoint() == Endpoint.CANCEL)
                .count();
    }

    private void settle(String refund) {
        Db.move(refund, "next_check_at = now() - interval '1 second'");
        settlement.round().await().atMost(Duration.ofSeconds(20));
    }
}
