package com.coworkpay.refund.cancellation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The booking system takes cancellations back.
@RefundServiceTest
class RestoredTest {

    private final TestLocation place = TestLocation.open();

    @Test
    void whatWasNotDecidedIsNotTakenUpByALaterPayment() {
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        JsonObject cancellation = place.cancellation(paid, paid.approvedAt().minusSeconds(30));
        place.cancel(cancellation);
        place.restore(paid, paid.approvedAt().minusSeconds(20), null);
        untilRestored(paid);
        place.publishPaid(paid);
        place.fence(paid);
        assertThat(decisions(paid)).isZero();
        assertThat(given().auth()
                        .oauth2(TestIdentity.token("hyun")
                                .at(place.location(), "payment:read")
                                .sign())
                        .get(
                                "/v1/locations/{l}/cancellations/{c}",
                                place.location(),
                                cancellation.getString("cancellationId"))
                        .<String>path("cancellations[0].outcome"))
                .isEqualTo("RESTORED");

        place.cancel(place.cancellation(paid, Instant.now()));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void restoredMayComeFirstAndBeforeTheCancellationLiftsNothing() {
        TestPayment restored = place.pay();
        Instant at = Instant.now();
        place.restore(restored, at, null);
        untilRestored(restored);
        place.cancel(place.cancellation(restored, at));
        TestPayment canceledLater = place.pay();
        Instant later = Instant.now();
        place.restore(canceledLater, later, null);
        untilRestored(canceledLater);
        place.cancel(place.cancellation(canceledLater, later.plusMillis(1)));
        assertThat(TestLocation.decision(canceledLater)).isEqualTo("REFUND IN_TIME 22000");
        place.fence(restored);
        assertThat(decisions(restored)).isZero();
    }

    @Test
    void aRefundThatWasMadeOrIsUnderWayStays() {
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, Instant.now());
        place.cancel(cancellation);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        place.restore(paid, Instant.now(), null);
        place.restore(paid, Instant.now(), null);
        untilRestored(paid);
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        place.cancel(cancellation);
        place.fence(paid);
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(decisions(paid)).isEqualTo(1);
    }

    @Test
    void oneThatIsNamedLeavesTheOthers() {
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        JsonObject first = place.cancellation(paid, paid.approvedAt().minusSeconds(30));
        JsonObject second = place.cancellation(paid, paid.approvedAt().minusSeconds(20));
        place.cancel(first);
        place.cancel(second);
        place.restore(paid, paid.approvedAt(), first.getString("cancellationId"));
        untilRestored(paid);
        place.publishPaid(paid);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND CANCELED_BEFORE_APPROVED 22000");
        assertThat(Db.text("select cancellation_id from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo(second.getString("cancellationId"));
        assertThat(decisions(paid)).isEqualTo(1);
    }

    private static void untilRestored(TestPayment paid) {
        TestLocation.until(
                () -> Db.number("select count(*) from restoration where payable_id = ?", paid.payableId()) == 1);
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }
}
