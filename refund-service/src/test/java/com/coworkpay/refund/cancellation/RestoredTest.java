package com.coworkpay.refund.cancellation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.Paid;
import com.coworkpay.refund.support.Paying;
import com.coworkpay.refund.support.Place;
import com.coworkpay.refund.support.RefundServiceTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The booking system takes cancellations back.
@RefundServiceTest
class RestoredTest {

    private final Place place = Place.open();

    @Test
    void whatWasNotDecidedIsNotTakenUpByALaterPayment() {
        Paid paid = place.payQuietly(Paying.booking());
        JsonObject cancellation = place.cancellation(paid, paid.approvedAt().minusSeconds(30));
        place.cancel(cancellation);
        place.restore(paid, paid.approvedAt().minusSeconds(20), null);
        place.tellPaid(paid);
        untilRestored(paid);
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
                        .<String>path("[0].status"))
                .isEqualTo("RESTORED");

        place.cancel(place.cancellation(paid, Instant.now()));
        assertThat(Place.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void restoredMayComeFirstAndBeforeTheCancellationLiftsNothing() {
        Paid lifted = place.pay();
        Instant at = Instant.now();
        place.restore(lifted, at, null);
        untilRestored(lifted);
        place.cancel(place.cancellation(lifted, at));
        Paid standing = place.pay();
        Instant later = Instant.now();
        place.restore(standing, later, null);
        untilRestored(standing);
        place.cancel(place.cancellation(standing, later.plusMillis(1)));
        assertThat(Place.decision(standing)).isEqualTo("REFUND IN_TIME 22000");
        place.fence(lifted);
        assertThat(decisions(lifted)).isZero();
    }

    @Test
    void aRefundThatWasMadeOrIsUnderWayStays() {
        Paid paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, Instant.now());
        place.cancel(cancellation);
        assertThat(Place.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        place.restore(paid, Instant.now(), null);
        place.restore(paid, Instant.now(), null);
        untilRestored(paid);
        Place.untilRefund(Place.refundId(paid), "SUCCEEDED");
        place.cancel(cancellation);
        place.fence(paid);
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(decisions(paid)).isEqualTo(1);
    }

    @Test
    void oneThatIsNamedLeavesTheOthers() {
        Paid paid = place.payQuietly(Paying.booking());
        JsonObject first = place.cancellation(paid, paid.approvedAt().minusSeconds(30));
        JsonObject second = place.cancellation(paid, paid.approvedAt().minusSeconds(20));
        place.cancel(first);
        place.cancel(second);
        place.restore(paid, paid.approvedAt(), first.getString("cancellationId"));
        untilRestored(paid);
        place.tellPaid(paid);
        assertThat(Place.decision(paid)).isEqualTo("REFUND CANCELED_BEFORE_APPROVED 22000");
        assertThat(Db.text("select cancellation_id from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo(second.getString("cancellationId"));
        assertThat(decisions(paid)).isEqualTo(1);
    }

    private static void untilRestored(Paid paid) {
        Place.until(
                () -> Db.number("select count(*) from payable_restore where payable_id = ?", paid.payableId()) == 1);
    }

    private static long decisions(Paid paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }
}
