package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.one;
import static com.coworkpay.refund.batch.Batches.payments;
import static com.coworkpay.refund.batch.Batches.send;
import static com.coworkpay.refund.batch.Batches.started;
import static com.coworkpay.refund.batch.Batches.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A day is closed: what starts on it in the location's zone, by where it was moved to.
@RefundServiceTest
class DayBatchTest {

    @Inject
    BatchWorker worker;

    @ParameterizedTest
    @CsvSource({
        "Asia/Seoul, 2030-01-09T14:59:59Z, 2030-01-09T15:00:00Z, 2030-01-10T14:59:59Z, 2030-01-10T15:00:00Z",
        "America/New_York, 2030-01-10T04:59:59Z, 2030-01-10T05:00:00Z, 2030-01-11T04:59:59Z, 2030-01-11T05:00:00Z"
    })
    void theDayIsThatOfTheLocationsZone(String zone, String before, String first, String last, String after) {
        TestLocation place = TestLocation.nowhere().publish(true, zone);
        place.pay(PaymentSpec.booking().startAt(before));
        TestPayment inside = place.pay(PaymentSpec.booking().startAt(first));
        TestPayment late = place.pay(PaymentSpec.booking().startAt(last));
        place.pay(PaymentSpec.booking().startAt(after));
        TestPayment whole = place.pay(PaymentSpec.booking().day("2030-01-10"));
        place.pay(PaymentSpec.booking().day("2030-01-11"));
        String id = started(place, new JsonObject().put("day", "2030-01-10"));
        Batches.round(worker);
        assertThat(one(place, id).getString("timezone")).isEqualTo(zone);
        assertThat(candidates(place, id)).containsExactlyInAnyOrder(inside.id(), late.id(), whole.id());
    }

    @Test
    void whatWasMovedCountsByWhereItWasMovedTo() {
        TestLocation place = TestLocation.open();
        TestPayment stays = place.pay(PaymentSpec.booking().startAt("2030-01-10T09:00:00+09:00"));
        TestPayment goes = place.pay(PaymentSpec.booking().startAt("2030-01-10T10:00:00+09:00"));
        TestPayment comes = place.pay(PaymentSpec.booking().startAt("2030-01-12T10:00:00+09:00"));
        TestPayment comesWhole = place.pay(PaymentSpec.booking().day("2030-01-12"));
        move(place, goes, "2030-01-11T09:00:00+09:00", null);
        move(place, comes, "2030-01-10T23:59:00+09:00", null);
        move(place, comesWhole, null, "2030-01-10");
        String id = send(closed(place, "2030-01-10"));
        Batches.round(worker);
        assertThat(candidates(place, id)).containsExactlyInAnyOrder(stays.id(), comes.id(), comesWhole.id());
        // Moved away after the count: it takes place, and is not refunded.
        move(place, comes, "2030-01-13T09:00:00+09:00", null);
        assertThat(Batches.problem(Batches.confirm(place, id, "minji", 3, 66000), 409))
                .isEqualTo("batch-recounted");
        Batches.round(worker);
        Batches.confirm(place, id, "minji", 2, 44000).then().statusCode(200);
        move(place, comesWhole, null, "2030-01-14");
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(place.cancels(stays)).containsExactly(22000L);
        assertThat(place.cancels(comesWhole)).isEmpty();
        assertThat(one(place, id).getJsonArray("leftOut").getJsonObject(0).getString("reason"))
                .isEqualTo("MOVED");
    }

    @Test
    void ofOneResourceTheOthersTakePlace() {
        TestLocation place = TestLocation.open();
        TestPayment room7 = place.pay(PaymentSpec.booking());
        TestPayment room8 = place.payUnpublished(PaymentSpec.booking());
        room8.state().getJsonObject("payable").put("resourceId", "room-8");
        Batches.publish(place, List.of(room8));
        String id = send(closed(place, "2030-01-10").put("resourceType", "ROOM").put("resourceId", "room-8"));
        Batches.round(worker);
        assertThat(candidates(place, id)).containsExactly(room8.id());
        String whole = started(place, new JsonObject().put("day", "2030-01-10"));
        Batches.round(worker);
        assertThat(candidates(place, whole)).containsExactlyInAnyOrder(room7.id(), room8.id());
    }

    /// Which day it is there is not known until the location is.
    @Test
    void aLocationThatIsNotKnownYetIsWaitedFor() {
        TestLocation place = TestLocation.nowhere();
        String id = send(closed(place, "2030-01-10").put("confirmed", true));
        Batches.round(worker);
        assertThat(status(place, id)).isEqualTo("COUNTING");
        assertThat(one(place, id).getString("expiresAt")).isNotNull();
        place.publish(true, "Asia/Seoul");
        TestPayment paid = place.pay(PaymentSpec.booking());
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(Db.text("select reason from refund where payment_id = ?::uuid", paid.id()))
                .isEqualTo("DAY_CLOSED");
    }

    private static Set<String> candidates(TestLocation place, String id) {
        return payments(place, id, "").getJsonArray("payments").stream()
                .map(each -> ((JsonObject) each).getString("paymentId"))
                .collect(Collectors.toSet());
    }

    private static JsonObject closed(TestLocation place, String day) {
        return new JsonObject()
                .put("cancellationId", "closed-" + UUID.randomUUID())
                .put("locationId", place.location())
                .put("day", day)
                .put("closedAt", Instant.now().toString())
                .put("closedBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"));
    }

    private static void move(TestLocation place, TestPayment paid, @Nullable String startAt, @Nullable String day) {
        Instant at = Instant.now();
        JsonObject move = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("movedAt", at.toString());
        if (startAt == null) {
            move.put("day", day);
        } else {
            move.put("startAt", startAt);
        }
        KafkaProbe.publish("booking.events", paid.payableId(), "booking.moved.v1", move.encode());
        TestLocation.until(() -> Db.number(
                        "select count(*) from rescheduling where location_id = ? and payable_id = ? and moved_at = ?::timestamptz",
                        place.location(),
                        paid.payableId(),
                        at.toString())
                == 1);
    }
}
