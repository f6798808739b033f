package com.coworkpay.refund.settlement;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A hanging account keeps its own place only.
@RefundServiceTest
class SettlementWorkerTest {

    @Inject
    SettlementWorker settlement;

    /// One ends while the call of an earlier one is still held. On a slow machine the held call may end first: then it
    /// is tried again.
    @Test
    void noneWaitsForTheSlowest() {
        TestLocation slow = TestLocation.open();
        TestLocation other = TestLocation.open();
        TestLocation.until(() -> {
            TestPayment held = slow.pay();
            String first = unknown(slow, held);
            long fault = slow.kakaoPay()
                    .fault(Fault.of(Endpoint.ORDER, FaultKind.HOLD_BEFORE_EFFECT)
                            .forTid(held.tid()));
            due(first);
            String second = unknown(other, other.pay());
            settlement.fill().await().atMost(Duration.ofSeconds(10));
            due(second);
            settlement.fill().await().atMost(Duration.ofSeconds(10));
            TestLocation.untilRefund(second, "SUCCEEDED");
            boolean stillHeld = slow.kakaoPay().holding(fault);
            slow.kakaoPay().release(fault);
            return stillHeld;
        });
    }

    private static void due(String refund) {
        Db.move(refund, "next_check_at = now() - interval '1 second'");
    }

    private static String unknown(TestLocation place, TestPayment paid) {
        place.kakaoPay().fault(Fault.of(Endpoint.CANCEL, FaultKind.RESET_AFTER).forTid(paid.tid()));
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:00:00Z")));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        return refund;
    }
}
