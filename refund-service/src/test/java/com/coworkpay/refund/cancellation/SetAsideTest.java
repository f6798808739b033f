package com.coworkpay.refund.cancellation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cancellations that cannot be true: without effect and in sight, until a person ends them.
@RefundServiceTest
class SetAsideTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    private final TestLocation place = TestLocation.open();

    @Inject
    SetAsideMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Test
    void aTimeThatCannotBeTrueByItsEventIsSetAside() {
        TestPayment paid = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        Instant now = Instant.now();
        place.cancel(place.cancellation(paid, Instant.EPOCH), "ce_time", now.toString());
        place.cancel(place.cancellation(paid, now.minus(Duration.ofHours(9))), "ce_time", now.toString());
        place.cancel(place.cancellation(paid, now.plus(Duration.ofHours(1))), "ce_time", now.toString());
        place.cancel(place.cancellation(paid, now.plus(Duration.ofHours(1))), "ce_subject", "none");
        untilSetAside(4);
        assertThat(list("OPEN").<List<String>>path("cancellations.reason"))
                .containsExactly("EARLIER_THAN_EVENT", "EARLIER_THAN_EVENT", "LATER_THAN_EVENT", "LATER_THAN_EVENT");
        assertThat(decisions(paid)).isZero();
        assertThat(Db.number("select count(*) from cancellation where location_id = ?", place.location()))
                .isZero();
    }

    @Test
    void withoutATimeOfItsOwnTheBeginningOfThePaymentIsAsked() {
        TestPayment paid = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        JsonObject cancellation = place.cancellation(paid, Instant.EPOCH);
        place.cancel(cancellation, "ce_subject", "none");
        untilSetAside(1);
        place.fence(paid);
        assertThat(decisions(paid)).isZero();
        Response open = list("OPEN");
        assertThat(open.<String>path("cancellations[0].reason")).isEqualTo("EARLIER_THAN_PAYMENT");
        assertThat(open.<String>path("cancellations[0].paymentId")).isEqualTo(paid.id());
        assertThat(open.<String>path("cancellations[0].explanation.ko")).contains("결제를 시작한 시각보다");
        assertThat(of(cancellation).<String>path("cancellations[0].outcome")).isEqualTo("SET_ASIDE");
        assertThat(of(cancellation).<String>path("cancellations[0].setAsideId"))
                .isEqualTo(open.path("cancellations[0].id"));
    }

    /// It waits for its payment, which it cannot be about.
    @Test
    void aPaymentThatBeginsLongAfterwardsIsNotRefundedForIt() {
        TestPayment paid = place.payUnpublished(PaymentSpec.booking().policy("NO_REFUND", null));
        place.cancel(place.cancellation(paid, paid.approvedAt().minus(Duration.ofHours(7))));
        place.fence(paid);
        place.publishPaid(paid);
        untilSetAside(1);
        assertThat(list("OPEN").<String>path("cancellations[0].reason")).isEqualTo("EARLIER_THAN_PAYMENT");
        assertThat(decisions(paid)).isZero();
    }

    @Test
    void eventsOfYearsAgoAreBelieved() {
        TestPayment paid = place.pay();
        Instant then = Instant.parse("2019-03-01T09:00:00Z");
        JsonObject old =
                paid.state().copy().put("paymentId", java.util.UUID.randomUUID().toString());
        old.put("payable", old.getJsonObject("payable").copy().put("id", "old-" + paid.payableId()));
        old.put("createdAt", then.toString())
                .put("approvedAt", then.plusSeconds(60).toString());
        KafkaProbe.publish("payment.events", old.getString("paymentId"), "coworkpay.payment.paid.v1", old.encode());
        JsonObject cancellation = place.cancellation(paid, then.plusSeconds(3600))
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", "old-" + paid.payableId()));
        place.cancel(cancellation, "ce_subject", "none");
        TestLocation.until(() ->
                Db.number("select count(*) from decision where payment_id = ?::uuid", old.getString("paymentId")) == 1);
    }

    @Test
    void theSameIdAndPayableWithOtherContentsIsSetAsideAndTheIdenticalOneIsTheSame() {
        TestPayment paid = place.pay();
        JsonObject none = byAdmin(place.cancellation(paid, IN_TIME), "NONE");
        place.cancel(none);
        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED ADMINISTRATOR_CHOSE_NONE 0");
        JsonObject full = byAdmin(none, "FULL");
        place.cancel(full);
        place.cancel(none);
        place.cancel(full);
        place.fence(paid);
        untilSetAside(1);
        assertThat(list("OPEN").<List<String>>path("cancellations.reason")).containsExactly("OTHER_CONTENTS");
        assertThat(decisions(paid)).isEqualTo(1);

        String id = list("OPEN").path("cancellations[0].id");
        Response released = end(id, "release", "refund:resolve", "asked the desk");
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
        TestLocation.until(() -> decisions(paid) == 2);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 22000");
        place.cancel(full);
        place.cancel(none);
        place.fence(place.pay());
        assertThat(decisions(paid)).isEqualTo(2);
        assertThat(list("OPEN").<List<String>>path("cancellations")).isEmpty();
    }

    @Test
    void releasedOnceItCountsAndIsPublished() {
        TestPayment paid = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        JsonObject cancellation = place.cancellation(paid, Instant.EPOCH);
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        untilSetAside(1);
        String id = list("OPEN").path("cancellations[0].id");
        assertThat(end(id, "release", "payment:read", "x").statusCode()).isEqualTo(403);
        for (String nothingToSee : List.of("", " ", "\u3164", "a\nb", "x".repeat(501))) {
            assertThat(end(id, "release", "refund:resolve", nothingToSee).statusCode())
                    .isEqualTo(400);
        }
        Response released = end(id, "release", "refund:resolve", "the member called");
        assertThat(released.<String>path("status")).isEqualTo("RELEASED");
        assertThat(released.<String>path("endedBy")).isEqualTo("minji");
        assertThat(released.<String>path("note")).isEqualTo("the member called");
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND CANCELED_BEFORE_APPROVED 22000");
        var event = KafkaProbe.awaitEvent(
                "refund.events",
                e -> "coworkpay.cancellation.released.v1".equals(e.type())
                        && id.equals(e.data().path("setAsideId").asText()));
        assertThat(event.key()).isEqualTo(paid.payableId());
        assertThat(event.data().path("cancelledAt").asText()).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(ContractSchema.of("cancellation-released.v1.json").allows(event.data()))
                .as(event.value())
                .isTrue();

        assertThat(end(id, "release", "refund:resolve", "again").<String>path("note"))
                .isEqualTo("the member called");
        assertThat(end(id, "dismiss", "refund:resolve", "no").<String>path("type"))
                .isEqualTo("urn:coworkpay:problem:set-aside-ended");
        assertThat(Db.number(
                        "select count(*) from outbox where type = 'coworkpay.cancellation.released.v1' and aggregateid = ?",
                        paid.payableId()))
                .isEqualTo(1);
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        place.fence(paid);
        assertThat(list("OPEN").<List<String>>path("cancellations")).isEmpty();
        assertThat(decisions(paid)).isEqualTo(1);
    }

    /// The sender had set a wrong time on its event, and corrects it.
    @Test
    void receivedAgainWithAPlausibleTimeItCounts() {
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, IN_TIME);
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        untilSetAside(1);
        assertThat(of(cancellation).<String>path("cancellations[0].outcome")).isEqualTo("SET_ASIDE");

        place.cancel(cancellation, "ce_time", IN_TIME.toString());
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(list("OPEN").<List<String>>path("cancellations")).isEmpty();
        Response ended = list("RELEASED");
        assertThat(ended.<String>path("cancellations[0].endedBy")).isEqualTo("booking-system");
        assertThat(ended.<String>path("cancellations[0].note")).contains("Received again");
        assertThat(of(cancellation).<List<String>>path("cancellations.outcome")).containsExactly("REFUND");

        String id = ended.path("cancellations[0].id");
        assertThat(end(id, "dismiss", "refund:resolve", "no").statusCode()).isEqualTo(409);
        assertThat(end(id, "release", "refund:resolve", "yes").<String>path("endedBy"))
                .isEqualTo("booking-system");
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        place.fence(paid);
        assertThat(decisions(paid)).isEqualTo(1);
        assertThat(list("OPEN").<List<String>>path("cancellations")).isEmpty();
    }

    @Test
    void openOnesAreCounted() {
        TestPayment paid = place.pay();
        place.cancel(
                place.cancellation(paid, Instant.EPOCH),
                "ce_time",
                Instant.now().toString());
        untilSetAside(1);
        double before = counted();
        assertThat(before).isPositive();
        end(list("OPEN").path("cancellations[0].id"), "dismiss", "refund:resolve", "a broken sender");
        assertThat(counted()).isEqualTo(before - 1);
    }

    private double counted() {
        metrics.measure().await().atMost(Duration.ofSeconds(10));
        return meters.get("coworkpay.cancellations.set.aside.open").gauge().value();
    }

    @Test
    void releasedForAPaymentItIsDecidedAboutIt() {
        TestPayment paid = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        place.cancel(place.cancellation(paid, Instant.EPOCH), "ce_subject", "none");
        untilSetAside(1);
        end(list("OPEN").path("cancellations[0].id"), "release", "refund:resolve", "true");
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND CANCELED_BEFORE_APPROVED 22000");
    }

    @Test
    void dismissedItNeverCounts() {
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, Instant.EPOCH);
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        untilSetAside(1);
        String id = list("OPEN").path("cancellations[0].id");
        assertThat(end(id, "dismiss", "refund:resolve", "a broken sender").<String>path("status"))
                .isEqualTo("DISMISSED");
        place.cancel(cancellation, "ce_time", Instant.EPOCH.toString());
        place.cancel(cancellation, "ce_time", Instant.now().toString());
        place.fence(paid);
        assertThat(decisions(paid)).isZero();
        assertThat(of(cancellation).<String>path("cancellations[0].outcome")).isEqualTo("DISMISSED");
        assertThat(end(id, "release", "refund:resolve", "yes").statusCode()).isEqualTo(409);
        assertThat(list("DISMISSED").<List<String>>path("cancellations.id")).containsExactly(id);
        assertThatThrownBy(() -> Db.update("update set_aside set status = 'OPEN' where id = ?::uuid", id))
                .hasStackTraceContaining("is over");
    }

    @Test
    void pagesAndParametersAreStrict() {
        TestPayment paid = place.pay();
        for (int i = 0; i < 5; i++) {
            place.cancel(
                    place.cancellation(paid, Instant.EPOCH),
                    "ce_time",
                    Instant.now().toString());
        }
        untilSetAside(5);
        Response first = reader().queryParam("limit", 2).get(path());
        Response second = reader().queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get(path());
        Response third = reader().queryParam("limit", 2)
                .queryParam("cursor", second.<String>path("nextCursor"))
                .get(path());
        assertThat(first.<List<String>>path("cancellations.id")).hasSize(2);
        assertThat(second.<List<String>>path("cancellations.id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first.<List<String>>path("cancellations.id"));
        assertThat(third.<List<String>>path("cancellations.id")).hasSize(1);
        assertThat(third.<String>path("nextCursor")).isNull();
        assertThat(reader().queryParam("cursor", "x").get(path()).<String>path("field"))
                .isEqualTo("cursor");
        assertThat(reader().queryParam("cursor", "x").get(path()).<String>path("type"))
                .isEqualTo("urn:coworkpay:problem:invalid-cursor");
        assertThat(reader().queryParam("limit", 201).get(path()).statusCode()).isEqualTo(400);
        assertThat(reader().queryParam("status", "CLOSED").get(path()).statusCode())
                .isEqualTo(400);
        assertThat(end("no-id", "release", "refund:resolve", "x").statusCode()).isEqualTo(404);
        TestLocation other = TestLocation.open();
        assertThat(given().auth()
                        .oauth2(TestIdentity.token("minji")
                                .at(other.location(), "refund:resolve")
                                .sign())
                        .contentType("application/json")
                        .body("{\"note\":\"x\"}")
                        .post(
                                "/v1/locations/{l}/cancellations/set-aside/{id}/release",
                                other.location(),
                                first.<String>path("cancellations[0].id"))
                        .statusCode())
                .isEqualTo(404);
    }

    private void untilSetAside(int count) {
        TestLocation.until(
                () -> Db.number("select count(*) from set_aside where location_id = ?", place.location()) == count);
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }

    private static JsonObject byAdmin(JsonObject cancellation, String choice) {
        return cancellation
                .copy()
                .put("cancelledBy", new JsonObject().put("id", "minji").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", choice));
    }

    private String path() {
        return "/v1/locations/" + place.location() + "/cancellations/set-aside";
    }

    private RequestSpecification reader() {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign());
    }

    private Response list(String status) {
        return reader().queryParam("status", status).get(path());
    }

    private Response of(JsonObject cancellation) {
        return reader().queryParam("cancellationId", cancellation.getString("cancellationId"))
                .get("/v1/locations/" + place.location() + "/cancellations");
    }

    private Response end(String id, String how, String permission, String note) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), permission)
                        .sign())
                .contentType("application/json")
                .body(new JsonObject().put("note", note).encode())
                .post(path() + "/" + id + "/" + how);
    }
}
