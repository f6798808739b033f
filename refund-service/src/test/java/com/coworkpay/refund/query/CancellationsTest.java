package com.coworkpay.refund.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What has become of a cancellation, as the staff and the booking system read it.
@RefundServiceTest
class CancellationsTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Test
    void withoutAPaymentItSaysSoAndLaterShowsTheDecision() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        JsonObject cancellation = place.cancellation(paid, IN_TIME);
        String id = cancellation.getString("cancellationId");
        place.cancel(cancellation);
        TestLocation.until(() -> Db.number("select count(*) from cancellation where cancellation_id = ?", id) == 1);

        Response waiting = read(place, "payment:read", id);
        assertThat(waiting.statusCode()).as(waiting.asString()).isEqualTo(200);
        assertThat(waiting.<String>path("cancellations[0].outcome")).isEqualTo("NO_PAYMENT");
        assertThat(waiting.<String>path("cancellations[0].explanation.en")).contains("No payment by KakaoPay is known");
        assertThat(waiting.<String>path("cancellations[0].explanation.ko")).contains("카카오페이 결제를 알지 못합니다");
        assertThat(waiting.<Integer>path("cancellations[0].decisions.size()")).isZero();
        Response ofBooking = list(place, Map.of("payableType", "BOOKING", "payableId", paid.payableId()));
        assertThat(ofBooking.<String>path("cancellations[0].cancellationId")).isEqualTo(id);
        assertThat(ofBooking.<String>path("cancellations[0].outcome")).isEqualTo("NO_PAYMENT");

        place.publishPaid(paid);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        Response decided = read(place, "payment:create", id);
        assertThat(decided.<String>path("cancellations[0].outcome")).isEqualTo("REFUND");
        assertThat(decided.<String>path("cancellations[0].decisions[0].paymentId"))
                .isEqualTo(paid.id());
        assertThat(decided.<String>path("cancellations[0].decisions[0].decision.reason"))
                .isEqualTo("IN_TIME");
        assertThat(decided.<String>path("cancellations[0].decisions[0].decision.explanation.ko"))
                .contains("22,000원");
        assertThat(decided.<String>path("cancellations[0].decisions[0].decision.evidence.timezone"))
                .isEqualTo("Asia/Seoul");
    }

    @Test
    void anotherLocationsCancellationsAreNotFound() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, IN_TIME);
        String id = cancellation.getString("cancellationId");
        place.cancel(cancellation);
        TestLocation.decision(paid);
        TestLocation other = TestLocation.open();
        assertThat(read(other, "payment:read", id).statusCode()).isEqualTo(404);
        assertThat(list(other, Map.of("payableType", "BOOKING", "payableId", paid.payableId()))
                        .<List<?>>path("cancellations"))
                .isEmpty();
        assertThat(read(place, "report:read", id).statusCode()).isEqualTo(403);
        given().auth()
                .oauth2(TestIdentity.token("jisoo").sign())
                .get("/v1/locations/{l}/cancellations/{c}", place.location(), id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        TestLocation place = TestLocation.open();
        assertThat(list(place, Map.of("payableType", "ROOM", "payableId", "b")).<String>path("field"))
                .isEqualTo("payableType");
        assertThat(list(place, Map.of("payableType", "BOOKING", "payableId", "x".repeat(201)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(read(place, "payment:read", "no-such").statusCode()).isEqualTo(404);
        assertThat(read(place, "payment:read", "취소\0").statusCode()).isEqualTo(404);
    }

    /// Whatever the contract of the events lets in.
    @Test
    void everyIdCanBeAskedFor() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        List<String> ids = List.of(
                "cancel:1", "urn:booking:1", "취소-1", "a b", "예약/17 #2", "100%", "a?b&c=d", "🙂+1", "🙂".repeat(200));
        for (String id : ids) {
            place.cancel(place.cancellation(paid, IN_TIME).put("cancellationId", id));
        }
        place.cancel(place.cancellation(paid, IN_TIME).put("cancellationId", "set-aside"));
        place.cancel(place.cancellation(paid, IN_TIME).put("cancellationId", ".."));
        TestLocation.until(() -> Db.number("select count(*) from cancellation where location_id = ?", place.location())
                == ids.size() + 2);
        for (String id : ids) {
            Response found = read(place, "payment:read", id);
            assertThat(found.statusCode()).as(id).isEqualTo(200);
            assertThat(found.<String>path("cancellations[0].cancellationId")).isEqualTo(id);
        }
        for (String id : List.of("set-aside", "..", "예약/17 #2")) {
            assertThat(list(place, Map.of("cancellationId", id)).<String>path("cancellations[0].cancellationId"))
                    .isEqualTo(id);
        }
        assertThat(list(place, Map.of("cancellationId", "x".repeat(201))).<String>path("field"))
                .isEqualTo("cancellationId");
    }

    @Test
    void oneIdOfTwoPayablesIsTwoCancellations() {
        TestLocation place = TestLocation.open();
        TestPayment booking = place.pay();
        TestPayment ticket = place.pay(PaymentSpec.of("EVENT_TICKET")
                .startAt("2030-01-10T09:00:00+09:00")
                .policy("BEFORE_START", "P1D"));
        place.cancel(place.cancellation(booking, IN_TIME).put("cancellationId", "1001"));
        place.cancel(place.cancellation(ticket, IN_TIME).put("cancellationId", "1001"));
        assertThat(TestLocation.decision(booking)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(TestLocation.decision(ticket)).isEqualTo("REFUND IN_TIME 22000");
        Response both = read(place, "payment:read", "1001");
        assertThat(both.<List<String>>path("cancellations.payable.type"))
                .containsExactlyInAnyOrder("BOOKING", "EVENT_TICKET");
        Response one = list(
                place, Map.of("cancellationId", "1001", "payableType", "BOOKING", "payableId", booking.payableId()));
        assertThat(one.<List<String>>path("cancellations.payable.type")).containsExactly("BOOKING");
    }

    private static Response read(TestLocation place, String permission, String id) {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), permission)
                        .sign())
                .get("/v1/locations/{l}/cancellations/{c}", place.location(), id);
    }

    private static Response list(TestLocation place, Map<String, String> query) {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .queryParams(query)
                .get("/v1/locations/{l}/cancellations", place.location());
    }
}
