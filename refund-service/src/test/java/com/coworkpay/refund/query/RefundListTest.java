package com.coworkpay.refund.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The refunds of a location, as its people look for them.
@RefundServiceTest
class RefundListTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Test
    void eachIsShownWithItsPayment() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = administrators(place, paid, 5000, "minji");
        TestLocation.untilRefund(refund, "SUCCEEDED");
        Response page = list(place, "");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        JsonObject row = new JsonObject(page.asString()).getJsonArray("refunds").getJsonObject(0);
        assertThat(row.getString("paymentId")).isEqualTo(paid.id());
        assertThat(row.getJsonObject("payable"))
                .isEqualTo(new JsonObject().put("type", "BOOKING").put("id", paid.payableId()));
        assertThat(row.getString("description")).isEqualTo("회의실 A, 2시간");
        assertThat(row.getString("payerId")).isEqualTo("payer-1");
        assertThat(row.getBoolean("live")).isTrue();
        assertThat(row.getBoolean("overpaid")).isFalse();
        assertThat(row.getLong("totalKrw")).isEqualTo(22000);
        assertThat(row.getLong("refundedKrw")).isEqualTo(5000);
        assertThat(row.getLong("reservedKrw")).isZero();
        assertThat(row.getLong("balanceKrw")).isEqualTo(17000);
        // The very same as by its own address.
        assertThat(row.getJsonObject("refund"))
                .isEqualTo(new JsonObject(as(place, "payment:read")
                        .get("/v1/locations/{l}/payments/{p}/refunds/{r}", place.location(), paid.id(), refund)
                        .asString()));
        assertThat(page.<String>path("timezone")).isEqualTo("Asia/Seoul");
        assertThat(page.<String>path("nextCursor")).isNull();
    }

    @Test
    void eachFilterFindsItsOwn() {
        TestLocation place = TestLocation.open();
        TestPayment first = place.pay();
        String byMinji = administrators(place, first, 5000, "minji");
        TestLocation.untilRefund(byMinji, "SUCCEEDED");
        String byHyun = administrators(place, first, 700, "hyun");
        TestLocation.untilRefund(byHyun, "SUCCEEDED");
        TestPayment failing = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(failing.tid()));
        place.cancel(place.cancellation(failing, IN_TIME));
        String failed = TestLocation.refundId(failing);
        TestLocation.untilRefund(failed, "FAILED");
        String overpaid =
                TestLocation.refundId(place.pay(PaymentSpec.of("INVOICE").asOverpayment()));
        TestLocation.untilRefund(overpaid, "SUCCEEDED");
        Db.moveTold(failed, "manual_review_since = now(), manual_review_reason = 'BALANCE_DIFFERS'");
        Db.move(failed, "next_check_at = now() + interval '1 hour', requested_at = '2026-03-14T14:59:59.999Z'");
        Db.move(overpaid, "requested_at = '2026-03-14T15:00:00Z'");
        Db.move(byHyun, "requested_at = '2026-03-15T14:59:59.999Z'");
        Db.move(byMinji, "requested_at = '2026-03-15T15:00:00Z'");

        assertThat(ids(place, "")).containsExactly(byMinji, byHyun, overpaid, failed);
        assertThat(ids(place, "?status=FAILED")).containsExactly(failed);
        assertThat(ids(place, "?status=REQUESTED&status=UNKNOWN")).isEmpty();
        assertThat(ids(place, "?status=SUCCEEDED&status=FAILED")).hasSize(4);
        assertThat(ids(place, "?origin=ADMINISTRATOR")).containsExactly(byMinji, byHyun);
        assertThat(ids(place, "?origin=OVERPAYMENT&origin=CANCELLATION")).containsExactly(overpaid, failed);
        assertThat(ids(place, "?reason=IN_TIME")).containsExactly(failed);
        assertThat(ids(place, "?reason=IN_TIME&reason=OVERPAYMENT")).containsExactly(overpaid, failed);
        String why = Db.text("select failure from refund where id = ?::uuid", failed);
        assertThat(ids(place, "?failure=" + why)).containsExactly(failed);
        assertThat(ids(place, "?failure=GIVEN_UP")).isEmpty();
        assertThat(ids(place, "?requestedBy=hyun")).containsExactly(byHyun);
        assertThat(ids(place, "?paymentId=" + first.id())).containsExactly(byMinji, byHyun);
        assertThat(ids(place, "?inReview=true")).containsExactly(failed);
        assertThat(ids(place, "?inReview=false")).containsExactly(byMinji, byHyun, overpaid);
        assertThat(ids(place, "?minKrw=700&maxKrw=5000")).containsExactly(byMinji, byHyun);
        assertThat(ids(place, "?minKrw=701&maxKrw=5000")).containsExactly(byMinji);
        // Days of Seoul, both inclusive.
        assertThat(ids(place, "?from=2026-03-15&to=2026-03-15")).containsExactly(byHyun, overpaid);
        assertThat(ids(place, "?to=2026-03-14")).containsExactly(failed);
        assertThat(ids(place, "?from=2026-03-16")).containsExactly(byMinji);
        assertThat(ids(place, "?status=SUCCEEDED&origin=ADMINISTRATOR&from=2026-03-16&requestedBy=minji&minKrw=1"))
                .containsExactly(byMinji);
        // The same moments are other days elsewhere.
        place.publish(true, "America/Los_Angeles");
        assertThat(ids(place, "?from=2026-03-14&to=2026-03-14")).containsExactly(overpaid, failed);
    }

    @Test
    void pagesCoverTheListOnce() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String refund = administrators(place, paid, 100 + i, "minji");
            TestLocation.untilRefund(refund, "SUCCEEDED");
            expected.addFirst(refund);
        }
        // Two of the same moment: the id decides.
        Db.move(expected.get(0), "requested_at = '2026-03-15T00:00:00Z'");
        Db.move(expected.get(1), "requested_at = '2026-03-15T00:00:00Z'");
        expected = ids(place, "");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = list(place, "?limit=2&minKrw=1" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("refunds.refund.refundId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).isEqualTo(expected).hasSize(5);

        String ofThisQuestion = list(place, "?limit=2&minKrw=1").path("nextCursor");
        for (Response refused : List.of(
                list(place, "?limit=2&minKrw=2&cursor=" + ofThisQuestion),
                list(place, "?limit=2&cursor=" + ofThisQuestion),
                list(TestLocation.open(), "?limit=2&minKrw=1&cursor=" + ofThisQuestion),
                list(place, "?cursor=x"))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:invalid-cursor");
        }
    }

    @Test
    void countsAreThoseOfTheLists() {
        TestLocation place = TestLocation.open();
        TestPayment done = place.pay();
        TestLocation.untilRefund(administrators(place, done, 100, "minji"), "SUCCEEDED");
        TestPayment failing = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(failing.tid()));
        place.cancel(place.cancellation(failing, IN_TIME));
        String failed = TestLocation.refundId(failing);
        TestLocation.untilRefund(failed, "FAILED");
        TestPayment waiting = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE).forTid(waiting.tid()));
        place.cancel(place.cancellation(waiting, IN_TIME));
        String unknown = TestLocation.refundId(waiting);
        TestLocation.untilRefund(unknown, "UNKNOWN");
        Db.moveTold(
                unknown,
                "next_check_at = now() + interval '1 hour', manual_review_since = now(), manual_review_reason ="
                        + " 'UNSETTLED_TOO_LONG'");
        TestPayment large = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String awaiting = administrators(place, large, 100_001, "minji");
        // Yesterday, in Seoul.
        Instant today = LocalDate.now(SEOUL).atStartOfDay(SEOUL).toInstant();
        Db.move(failed, "requested_at = '" + today.minusMillis(1) + "'");

        JsonObject counts = new JsonObject(as(place, "payment:read")
                .get("/v1/locations/{l}/refunds/counts", place.location())
                .asString());
        assertThat(counts)
                .isEqualTo(new JsonObject()
                        .put("onTheirWay", 2)
                        .put("awaitingApproval", 1)
                        .put("proposedResolutions", 0)
                        .put("inManualReview", 1)
                        .put("failed", 1)
                        .put("today", 3)
                        .put("day", LocalDate.now(SEOUL).toString())
                        .put("timezone", "Asia/Seoul"));
        assertThat(ids(place, "?status=REQUESTED&status=IN_FLIGHT&status=UNKNOWN&status=AWAITING_APPROVAL"))
                .containsExactlyInAnyOrder(unknown, awaiting);
        assertThat(ids(place, "?status=AWAITING_APPROVAL")).containsExactly(awaiting);
        assertThat(ids(place, "?from=" + LocalDate.now(SEOUL))).hasSize(3);
    }

    /// Who asks for a refund knows before whether somebody else has to approve it.
    @Test
    void aPaymentsRefundsSayTheLocationsLimit() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        assertThat(refunds(place, paid).getLong("approvalLimitKrw")).isEqualTo(100_000);
        Db.update("delete from location_replica where location_id = ?", place.location());
        assertThat(refunds(place, paid).containsKey("approvalLimitKrw")).isTrue();
        assertThat(refunds(place, paid).getLong("approvalLimitKrw"))
                .as("while the location is not known")
                .isNull();
    }

    private static JsonObject refunds(TestLocation place, TestPayment paid) {
        return new JsonObject(as(place, "payment:read")
                .get("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .asString());
    }

    @Test
    void nobodySeesAnotherLocationsRefunds() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        TestLocation.untilRefund(administrators(place, paid, 100, "minji"), "SUCCEEDED");
        TestLocation other = TestLocation.open();
        assertThat(ids(other, "")).isEmpty();
        assertThat(ids(other, "?paymentId=" + paid.id())).isEmpty();
        for (String path : List.of("refunds", "refunds/counts")) {
            String there = "/v1/locations/" + place.location() + "/" + path;
            assertThat(given().get(there).statusCode()).isEqualTo(401);
            assertThat(as(other, "payment:read").get(there).statusCode()).isEqualTo(404);
            assertThat(as(place, "report:read").get(there).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?status=NOPE, status",
        "?status=, status",
        "?origin=x, origin",
        "?reason=in%20time, reason",
        "?reason=IN_TIME%00, reason",
        "?failure=6019, failure",
        "?requestedBy=%EA%B0%80, requestedBy",
        "?paymentId=1-1-1-1-1x, paymentId",
        "?inReview=yes, inReview",
        "?from=2026-02-30, from",
        "?from=1969-12-31, from",
        "?to=9999-01-01, to",
        "?from=2026-03-02&to=2026-03-01, to",
        "?minKrw=-1, minKrw",
        "?maxKrw=1.5, maxKrw",
        "?minKrw=2&maxKrw=1, maxKrw",
        "?limit=0, limit",
        "?limit=201, limit",
        "?payableId=x, payableId",
        "?from=2026-03-02&from=2026-03-03, from"
    })
    void aWrongParameterIsNamed(String query, String name) {
        Response refused = list(TestLocation.open(), query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("field")).isEqualTo(name);
        assertThat(refused.<String>path("errors[0].message")).isNotBlank();
    }

    /// Of many refunds of a location a page reads its own rows alone, and counts read those that are few.
    @Test
    void pagesAndCountsAreReadByTheirIndexes() throws SQLException {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        try (Connection connection = PostgresResource.superuser("refund");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Without the rules of single rows: there is one payment.
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                    insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw,
                        tax_free_krw, reason, aid, canceled_at, finished_at, requested_at)
                    select gen_random_uuid(), '%s', '%s', 1, 'SUCCEEDED', 'OUTSIDE', 1, 0, 0, 'REFUNDED_OUTSIDE', 'A' || n,
                           now(), now(), now() - n * interval '1 minute' from generate_series(1, 20000) n""".formatted(paid.id(), place.location()));
            statement.execute("analyze refund");
            String of = " from refund r join paid_payment p on p.payment_id = r.payment_id where r.location_id = '"
                    + place.location() + "'";
            assertThat(plan(
                            statement,
                            "select *" + of
                                    + " and (r.requested_at, r.id) < (now() - interval '1 hour', gen_random_uuid())"
                                    + " order by r.requested_at desc, r.id desc limit 51"))
                    .contains("refund_list")
                    .doesNotContain("Sort", "Seq Scan on refund");
            assertThat(plan(
                            statement,
                            "select *" + of + " and r.status in ('REQUESTED', 'UNKNOWN')"
                                    + " order by r.requested_at desc, r.id desc limit 51"))
                    .contains("refund_list_unsuccessful");
            assertThat(plan(
                            statement,
                            "select count(*) from refund r where r.location_id = '" + place.location()
                                    + "' and r.status = 'FAILED'"))
                    .contains("refund_list_unsuccessful");
            connection.rollback();
        }
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String administrators(TestLocation place, TestPayment paid, long amountKrw, String who) {
        long balance = Db.number(
                "select total_krw - refunded_krw - reserved_krw from paid_payment where payment_id = ?::uuid",
                paid.id());
        return given().auth()
                .oauth2(TestIdentity.token(who)
                        .at(place.location(), "refund:create")
                        .sign())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", balance)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .path("refundId");
    }

    private static List<String> ids(TestLocation place, String query) {
        Response page = list(place, query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("refunds.refund.refundId");
    }

    private static Response list(TestLocation place, String query) {
        return as(place, "payment:read")
                .urlEncodingEnabled(false)
                .get("/v1/locations/" + place.location() + "/refunds" + query);
    }

    private static io.restassured.specification.RequestSpecification as(TestLocation place, String permission) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), permission)
                        .sign());
    }
}
