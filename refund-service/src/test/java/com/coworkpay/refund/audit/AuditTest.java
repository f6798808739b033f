package com.coworkpay.refund.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each act of a person leaves one row, written with it, and what did not happen leaves none.
@RefundServiceTest
class AuditTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    private final TestLocation place = TestLocation.open();

    private RequestSpecification as(String... permissions) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), permissions)
                        .sign())
                .contentType("application/json");
    }

    private List<Map<String, Object>> entries(String query) {
        Response page = as("payment:read").get("/v1/locations/" + place.location() + "/refunds/audit" + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("entries");
    }

    private static List<String> acts(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> entry.get("action") + " " + entry.get("outcome"))
                .toList();
    }

    private Response refund(TestPayment paid, String key, long amountKrw, long balanceKrw) {
        return as("refund:create", "payment:read")
                .header("Idempotency-Key", key)
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", balanceKrw)
                        .put("reason", "OTHER")
                        .put("note", "회의실 고장")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
    }

    private Response on(TestPayment paid, String refund, String what, String permission, JsonObject body) {
        return as(permission)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/" + what, place.location(), paid.id(), refund);
    }

    @Test
    void whoAskedForARefundIsOnRecordOnce() {
        TestPayment paid = place.pay();
        String key = UUID.randomUUID().toString();
        String id = refund(paid, key, 2000, 22000).path("refundId");
        assertThat(refund(paid, key, 2000, 22000).<String>path("refundId")).isEqualTo(id);
        assertThat(refund(paid, key, 2001, 22000).statusCode()).isEqualTo(422);
        assertThat(refund(paid, "stale-" + key, 2000, 22000).statusCode()).isEqualTo(409);
        TestLocation.untilRefund(id, "SUCCEEDED");
        List<Map<String, Object>> found = entries("?paymentId=" + paid.id());
        assertThat(acts(found)).containsExactly("REFUND_REQUESTED DONE");
        assertThat(found.getFirst())
                .containsEntry("by", "minji")
                .containsEntry("objectType", "REFUND")
                .containsEntry("objectId", id)
                .containsEntry("why", "회의실 고장");
        assertThat(Db.text("select after::text from audit where object_id = ?", id))
                .contains("\"amountKrw\": \"2000\"", "\"reason\": \"OTHER\"");
    }

    @Test
    void noRefundWithoutItsRow() {
        TestPayment paid = place.pay();
        broken(() -> {
            assertThat(refund(paid, "k", 2000, 22000).statusCode()).isEqualTo(500);
            assertThat(putSchedule("09:00").statusCode()).isEqualTo(500);
        });
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isZero();
        assertThat(Db.number("select count(*) from schedule_version where location_id = ?", place.location()))
                .isZero();
        assertThat(entries("")).isEmpty();
    }

    private void broken(Runnable act) {
        Db.update("alter table audit add constraint broken_on_purpose check (location_id <> '" + place.location()
                + "') not valid");
        try {
            act.run();
        } finally {
            Db.update("alter table audit drop constraint broken_on_purpose");
        }
    }

    @Test
    void anInquiryAndAResolutionAreOnRecordAndSoIsARefusedOne() {
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE).forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        JsonObject givenUp = new JsonObject()
                .put("outcome", "GIVEN_UP")
                .put("evidence", "dashboard, page 1")
                .put("note", "확인함");
        assertThat(on(paid, refund, "inquiry", "payment:read", new JsonObject()).statusCode())
                .isEqualTo(200);
        assertThat(on(paid, refund, "inquiry", "payment:read", new JsonObject()).statusCode())
                .isEqualTo(429);
        assertThat(on(paid, refund, "resolution", "refund:resolve", givenUp).statusCode())
                .isEqualTo(409);
        Db.move(refund, "sent_at = sent_at - interval '31 seconds', last_checked_at = null");
        broken(() -> assertThat(on(paid, refund, "resolution", "refund:resolve", givenUp)
                        .statusCode())
                .isNotEqualTo(201));
        assertThat(Db.status(refund)).isEqualTo("UNKNOWN");
        assertThat(on(paid, refund, "resolution", "refund:resolve", givenUp).statusCode())
                .isEqualTo(201);
        List<Map<String, Object>> found = entries("?objectType=REFUND&objectId=" + refund);
        assertThat(acts(found))
                .containsExactly(
                        "REFUND_RESOLVED DONE", "REFUND_RESOLVED RESOLUTION_TOO_EARLY", "INQUIRY_REQUESTED DONE");
        assertThat(found.getFirst().get("why")).isEqualTo("dashboard, page 1\n확인함");
        assertThat(Db.text(
                        "select before::text || ' ' || after::text from audit where object_id = ? and action = 'REFUND_RESOLVED'"
                                + " and outcome = 'DONE'",
                        refund))
                .contains("{\"status\": \"UNKNOWN\"}", "\"resolution\": \"GIVEN_UP\"", "\"status\": \"FAILED\"");
    }

    @Test
    void whoEndedASetAsideCancellationIsOnRecord() {
        TestPayment first = place.pay();
        TestPayment second = place.pay();
        String released = setAside(first);
        String dismissed = setAside(second);
        broken(() -> assertThat(end(released, "release").statusCode()).isEqualTo(500));
        assertThat(Db.text("select status from set_aside where id = ?::uuid", released))
                .isEqualTo("OPEN");
        assertThat(end(released, "release").statusCode()).isEqualTo(200);
        assertThat(end(released, "release").statusCode()).isEqualTo(200);
        assertThat(end(dismissed, "dismiss").statusCode()).isEqualTo(200);
        assertThat(end(dismissed, "release").statusCode()).isEqualTo(409);
        List<Map<String, Object>> found = entries("");
        assertThat(acts(found)).containsExactly("CANCELLATION_DISMISSED DONE", "CANCELLATION_RELEASED DONE");
        assertThat(found).extracting("objectId").containsExactly(dismissed, released);
        assertThat(found).extracting("paymentId").containsExactly(second.id(), first.id());
        assertThat(found).extracting("why").containsOnly("asked the desk");
    }

    private String setAside(TestPayment paid) {
        place.cancel(place.cancellation(paid, Instant.EPOCH), "ce_subject", "none");
        String[] id = new String[1];
        TestLocation.until(() -> {
            id[0] = Db.text("select id from set_aside where payment_id = ?::uuid", paid.id());
            return !"(none)".equals(id[0]);
        });
        return id[0];
    }

    private Response end(String id, String how) {
        return as("refund:resolve")
                .body(new JsonObject().put("note", "asked the desk").encode())
                .post("/v1/locations/{l}/cancellations/set-aside/{id}/" + how, place.location(), id);
    }

    @Test
    void whoChangedOpeningHoursIsOnRecordWithWhatWasBefore() {
        assertThat(putSchedule("09:00").statusCode()).isEqualTo(200);
        assertThat(putSchedule("09:00").statusCode()).isEqualTo(200);
        assertThat(putSchedule("10:00").statusCode()).isEqualTo(200);
        assertThat(as("schedule:manage", "payment:read")
                        .queryParam("validFrom", "2026-02-01")
                        .delete("/v1/locations/{l}/schedules/DEFAULT", place.location())
                        .statusCode())
                .isEqualTo(200);
        List<Map<String, Object>> found = entries("?objectType=SCHEDULE&objectId=DEFAULT");
        assertThat(acts(found))
                .containsExactly("SCHEDULE_REMOVED DONE", "SCHEDULE_CHANGED DONE", "SCHEDULE_CHANGED DONE");
        assertThat(Db.text(
                        "select string_agg((before->>'hours' like '%09:00%') || ' ' || (after->>'hours' like '%10:00%'), ',')"
                                + " from audit where location_id = ? and before ? 'hours' and after ? 'hours'"
                                        .replace(" ? 'hours'", " ?? 'hours'"),
                        place.location()))
                .isEqualTo("true true");
        assertThat(Db.text(
                        "select before->>'validFrom' || ' ' || (after->>'validFrom') from audit where location_id = ?"
                                + " and action = 'SCHEDULE_REMOVED'",
                        place.location()))
                .isEqualTo("2026-01-01 2026-02-01");
    }

    /// By an event it is the booking system's, and its version says so.
    @Test
    void whatTheBookingSystemSaysByEventsIsNoAct() {
        place.withoutSchedule();
        TestPayment paid = place.pay(PaymentSpec.booking());
        place.cancel(place.cancellation(paid, IN_TIME));
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(entries("")).isEmpty();
    }

    private Response putSchedule(String opens) {
        JsonObject window = new JsonObject().put("opens", opens).put("closes", "18:00");
        return as("schedule:manage", "payment:read")
                .body(new JsonObject()
                        .put("validFrom", "2026-01-01")
                        .put("weekly", new JsonObject().put("MONDAY", new JsonArray().add(window)))
                        .encode())
                .put("/v1/locations/{l}/schedules/DEFAULT", place.location());
    }

    @Test
    void itIsOnlyEverAddedTo() {
        putSchedule("09:00");
        for (String change : List.of(
                "update audit set actor = 'nobody' where location_id = '" + place.location() + "'",
                "delete from audit where location_id = '" + place.location() + "'",
                "truncate audit")) {
            assertThatThrownBy(() -> Db.update(change)).hasStackTraceContaining("never changed");
        }
    }
}
