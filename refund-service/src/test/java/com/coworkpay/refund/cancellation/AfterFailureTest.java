package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.Paid;
import com.coworkpay.refund.support.Paying;
import com.coworkpay.refund.support.Place;
import com.coworkpay.refund.support.RefundServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A cancellation after one whose refund failed.
@RefundServiceTest
class AfterFailureTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    DecideCancellations decide;

    @Test
    void itWaitsForTheProofThatNothingMovedAndRefundsThen() {
        Place place = Place.open();
        Paid paid = place.pay(Paying.booking().byCard());
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String failed = Place.refundId(paid);
        Place.untilRefund(failed, "FAILED");

        place.cancel(place.cancellation(paid, IN_TIME));
        place.fence(paid);
        decide(place, paid);
        assertThat(decisions(paid)).isEqualTo(1);

        Db.update("update refund set failure_confirmed_at = now() where id = ?::uuid", failed);
        decide(place, paid);
        assertThat(decisions(paid)).isEqualTo(2);
        assertThat(Place.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Place.refundId(paid)).isNotEqualTo(failed);
        Place.untilRefund(Place.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);

        place.cancel(place.cancellation(paid, IN_TIME));
        Place.until(() -> decisions(paid) == 3);
        assertThat(Place.decision(paid)).isEqualTo("DECLINED ALREADY_REFUNDED 0");
    }

    private void decide(Place place, Paid paid) {
        decide.ofPayables(List.of(new Payable(place.location(), PayableType.BOOKING, paid.payableId())), Map.of())
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static long decisions(Paid paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }
}
