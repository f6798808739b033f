package com.coworkpay.refund.cancellation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.intake.RecheckUnknown;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zones are computed by this program, by its own rules, whatever the database knows of them.
@RefundServiceTest
class ZonesTest {

    private static final LocalDate DAY = LocalDate.parse("2030-01-15");

    @Inject
    RecheckUnknown recheckUnknown;

    @Inject
    MeterRegistry meters;

    /// Vancouver's rules differ from year to year of the data; SystemV is known to no PostgreSQL.
    @ParameterizedTest
    @ValueSource(strings = {"America/Vancouver", "SystemV/EST5EDT", "ROK", "Africa/Casablanca"})
    void aDayBeginsWhenThisProgramSays(String zone) {
        TestLocation place = TestLocation.open().publish(true, zone).withoutSchedule();
        TestPayment paid = place.pay(day());
        var midnight = DAY.atStartOfDay(ZoneId.of(zone));
        var deadline = midnight.minusDays(1);

        JsonObject preview = preview(place, paid);
        assertThat(preview.getString("deadlineLocal")).isEqualTo(text(deadline));
        place.cancel(place.cancellation(paid, deadline.toInstant()));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Db.text(
                        "select evidence -> 'start' ->> 'local' from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo(text(midnight));
        assertThat(Db.text("select evidence ->> 'deadlineLocal' from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo(text(deadline));
        assertThat(startOf(paid)).isEqualTo(midnight.toInstant());
    }

    @Test
    void soDoesTheDayThatABookingIsMovedTo() {
        TestLocation place =
                TestLocation.open().publish(true, "America/Vancouver").withoutSchedule();
        TestPayment paid = place.pay(PaymentSpec.booking());
        JsonObject move = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("movedAt", Instant.now().toString())
                .put("day", DAY.toString());
        KafkaProbe.publish("booking.events", paid.payableId(), "booking.moved.v1", move.encode());
        TestLocation.until(
                () -> Db.number("select count(*) from full_day_start where payment_id = ?::uuid", paid.id()) == 1);
        assertThat(instant("select to_json(start_at)#>>'{}' from full_day_start where payment_id = ?::uuid", paid.id()))
                .isEqualTo(DAY.atStartOfDay(ZoneId.of("America/Vancouver")).toInstant());
    }

    /// As where integration-service has newer data: nothing is lost, and a process that knows the zone decides it.
    @Test
    void aZoneThatIsNotKnownHereWaitsAndIsShown() {
        TestLocation place = TestLocation.open().publish(true, "Asia/Tomorrow").withoutSchedule();
        TestPayment paid = place.pay(day());
        place.cancel(place.cancellation(paid, Instant.parse("2029-12-01T00:00:00Z")));
        place.fence(paid);
        assertThat(decisions(paid)).isZero();
        recheck();
        assertThat(meters.get("coworkpay.locations.zone.unknown").gauge().value())
                .isPositive();
        assertThat(KafkaProbe.eventsOf("refund-service.dlq"))
                .noneMatch(letter -> paid.id().equals(letter.key())
                        || place.location().equals(letter.key())
                        || paid.payableId().equals(letter.key()));

        // The data become newer: as good as a name that is known.
        nowCalled(place, "Asia/Seoul");
        recheck();
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    /// Two processes with different data, as while they are rolled: the one that does not know does not decide.
    @Test
    void aZoneThatOnlyAnotherProcessKnowsBlocksNothingElse() {
        TestLocation place = TestLocation.open().withoutSchedule();
        TestPayment paid = place.pay(day());
        nowCalled(place, "Asia/Tomorrow");
        assertThat(given().auth()
                        .oauth2(token(place))
                        .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id())
                        .statusCode())
                .isEqualTo(404);
        place.cancel(place.cancellation(paid, Instant.parse("2029-12-01T00:00:00Z")));
        TestLocation.until(() -> Db.number(
                        "select count(*) from location_replica where location_id = ? and not zone_known",
                        place.location())
                == 1);
        assertThat(decisions(paid)).isZero();
        nowCalled(place, "Asia/Seoul");
        Db.update("update location_replica set zone_known = false where location_id = ?", place.location());
        recheck();
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    private static PaymentSpec day() {
        return PaymentSpec.of("BOOKING").day(DAY.toString()).policy("BEFORE_START", "P1D");
    }

    private void recheck() {
        recheckUnknown.recheck().await().atMost(java.time.Duration.ofSeconds(20));
    }

    private static void nowCalled(TestLocation place, String zone) {
        Db.update("update location_replica set timezone = ? where location_id = ?", zone, place.location());
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }

    private static Instant startOf(TestPayment paid) {
        return instant("select to_json(start_at)#>>'{}' from full_day_start where payment_id = ?::uuid", paid.id());
    }

    private static Instant instant(String sql, Object value) {
        return java.time.OffsetDateTime.parse(Db.text(sql, value)).toInstant();
    }

    private static String text(java.time.ZonedDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    private static String token(TestLocation place) {
        return TestIdentity.token("hyun").at(place.location(), "payment:read").sign();
    }

    private static JsonObject preview(TestLocation place, TestPayment paid) {
        return new JsonObject(given().auth()
                .oauth2(token(place))
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id())
                .asString());
    }
}
