package com.coworkpay.refund.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The cancellations of a location, as its people look for them.
@RefundServiceTest
class CancellationListTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");
    private static final Instant LATE = Instant.parse("2030-01-10T12:00:00Z");

    @Test
    void eachFilterFindsItsOwn() {
        TestLocation place = TestLocation.open();
        TestPayment refunded = place.pay();
        String refund = cancel(place, refunded, IN_TIME, "owner-1", "LOCATION_MEMBER", "2026-03-15T15:00:00Z");
        TestLocation.untilRefund(TestLocation.refundId(refunded), "SUCCEEDED");
        TestPayment tooLate = place.pay();
        String declined = cancel(place, tooLate, LATE, "owner-2", "LOCATION_MEMBER", "2026-03-15T14:59:59.999Z");
        assertThat(TestLocation.decision(tooLate)).startsWith("DECLINED");
        TestPayment unpaid = place.payUnpublished(PaymentSpec.booking());
        String unknown = cancel(place, unpaid, IN_TIME, "owner-1", "ADMIN", "2026-03-14T15:00:00Z");
        TestPayment lifted = place.payUnpublished(PaymentSpec.booking());
        place.restore(lifted, IN_TIME, null);
        String restored = cancel(place, lifted, IN_TIME, "owner-1", "NONMEMBER", "2026-03-14T14:59:59.999Z");
        JsonObject implausible = place.cancellation(unpaid, IN_TIME);
        String setAside = implausible.getString("cancellationId");
        place.cancel(implausible, "ce_time", IN_TIME.minusSeconds(36_000).toString());
        TestLocation.until(() -> Db.number("select count(*) from set_aside where cancellation_id = ?", setAside) == 1);
        Db.update("update set_aside set set_aside_at = '2026-03-13T00:00:00Z' where cancellation_id = ?", setAside);

        assertThat(ids(place, "")).containsExactly(refund, declined, unknown, restored, setAside);
        assertThat(ids(place, "?outcome=REFUND")).containsExactly(refund);
        assertThat(ids(place, "?outcome=DECLINED&outcome=NO_PAYMENT")).containsExactly(declined, unknown);
        assertThat(ids(place, "?outcome=RESTORED")).containsExactly(restored);
        assertThat(ids(place, "?outcome=SET_ASIDE")).containsExactly(setAside);
        assertThat(ids(place, "?outcome=WAITING&outcome=DISMISSED")).isEmpty();
        assertThat(ids(place, "?reason=IN_TIME")).containsExactly(refund);
        assertThat(ids(place, "?reason=TOO_LATE&reason=LATER_THAN_EVENT")).containsExactly(declined, setAside);
        assertThat(ids(place, "?role=ADMIN&role=NONMEMBER")).containsExactly(unknown, restored);
        assertThat(ids(place, "?cancelledBy=owner-2")).containsExactly(declined);
        assertThat(ids(place, "?payableId=" + unpaid.payableId())).containsExactly(unknown, setAside);
        assertThat(ids(place, "?payableType=EVENT_TICKET")).isEmpty();
        assertThat(ids(place, "?cancellationId=" + setAside)).containsExactly(setAside);
        assertThat(ids(place, "?minKrw=22000&maxKrw=22000")).containsExactly(refund);
        assertThat(ids(place, "?maxKrw=21999")).containsExactly(declined);
        // Days of Seoul, both inclusive.
        assertThat(ids(place, "?from=2026-03-15&to=2026-03-15")).containsExactly(declined, unknown);
        assertThat(ids(place, "?from=2026-03-16")).containsExactly(refund);
        assertThat(ids(place, "?to=2026-03-14&outcome=RESTORED&outcome=SET_ASIDE"))
                .containsExactly(restored, setAside);
        place.publish(true, "America/Los_Angeles");
        assertThat(ids(place, "?from=2026-03-14&to=2026-03-14")).containsExactly(unknown, restored);

        Response shown = list(place, "?cancellationId=" + refund);
        assertThat(shown.<String>path("timezone")).isEqualTo("America/Los_Angeles");
        assertThat(shown.<String>path("cancellations[0].cancelledBy")).isEqualTo("owner-1");
        assertThat(shown.<String>path("cancellations[0].decisions[0].refundStatus"))
                .isEqualTo("SUCCEEDED");
        Response why = list(place, "?cancellationId=" + declined);
        assertThat(why.<String>path("cancellations[0].explanation.ko")).contains("환불하지 않기로");
        assertThat(why.<String>path("cancellations[0].decisions[0].decision.reason"))
                .isEqualTo("TOO_LATE");
        assertThat(why.<String>path("cancellations[0].decisions[0].refundStatus"))
                .isNull();
        assertThat(list(place, "?outcome=SET_ASIDE").<String>path("cancellations[0].setAsideId"))
                .isNotNull();
    }

    @Test
    void pagesCoverTheListOnceAlsoWhileCancellationsArrive() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(cancel(place, paid, IN_TIME.plusSeconds(i), "owner-1", "ADMIN", "2026-03-15T00:00:00Z"));
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = list(place, "?limit=2&role=ADMIN" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            found.addAll(page.<List<String>>path("cancellations.cancellationId"));
            cursor = page.path("nextCursor");
            cancel(place, paid, IN_TIME.plusSeconds(10), "owner-1", "ADMIN", "2026-03-16T00:00:00Z");
        } while (cursor != null);
        // Of the same moment: in the order of their arrival.
        assertThat(found).isEqualTo(expected.reversed());

        String ofThisQuestion = list(place, "?limit=2&role=ADMIN").path("nextCursor");
        for (Response refused : List.of(
                list(place, "?limit=2&cursor=" + ofThisQuestion),
                list(TestLocation.open(), "?limit=2&role=ADMIN&cursor=" + ofThisQuestion),
                list(place, "?cursor=x"))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:invalid-cursor");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?outcome=DECIDED, outcome",
        "?outcome=, outcome",
        "?reason=in%20time, reason",
        "?reason=X'%20or%201=1, reason",
        "?role=OWNER, role",
        "?payableType=ROOM, payableType",
        "?payableId=%00, payableId",
        "?cancellationId=%00, cancellationId",
        "?cancelledBy=%EA%B0%80, cancelledBy",
        "?from=2026-02-30, from",
        "?from=1969-12-31, from",
        "?to=9999-01-01, to",
        "?from=2026-03-02&to=2026-03-01, to",
        "?minKrw=-1, minKrw",
        "?maxKrw=1.5, maxKrw",
        "?minKrw=2&maxKrw=1, maxKrw",
        "?limit=201, limit",
        "?status=DECIDED, status",
        "?cancelledBy=a&cancelledBy=b, cancelledBy"
    })
    void aWrongParameterIsNamed(String query, String name) {
        Response refused = list(TestLocation.open(), query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("field")).isEqualTo(name);
    }

    /// Of 100,000 cancellations a page reads its own rows alone, however deep it is.
    @Test
    void pagesAreReadByTheirIndexes() throws SQLException {
        String location = TestLocation.open().location();
        try (Connection connection = PostgresResource.superuser("refund");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at,
                           canceled_by, canceled_by_role, contents, received_at)
                    select '%s', 'c-' || n, 'BOOKING', 'b-' || n, now(), 'owner-' || n %% 50, 'ADMIN', '',
                           now() - n * interval '1 minute' from generate_series(1, 100000) n""".formatted(location));
            statement.execute("analyze cancellation");
            String page = plan(statement, location, "");
            assertThat(page)
                    .contains("Merge Append", "cancellation_list", "set_aside_not_stored")
                    .doesNotContain("Seq Scan on cancellation");
            String deep = plan(
                    statement,
                    location,
                    " and (x.received_at, x.id) < (now() - interval '60 days', '00000000-0000-0000-0000-000000000000')");
            assertThat(deep).contains("cancellation_list").doesNotContain("Seq Scan on cancellation");
            for (String filter : List.of(
                    " and x.outcome in ('WAITING')",
                    " and x.payable_type = 'BOOKING' and x.payable_id = 'b-77777'",
                    " and x.cancellation_id = 'c-77777'")) {
                assertThat(plan(statement, location, filter)).as(filter).doesNotContain("Seq Scan on cancellation");
            }
            connection.rollback();
        }
    }

    private static String sql(String location, String condition) {
        return "select x.* from received_cancellation x where x.location_id = '" + location + "'" + condition
                + " order by x.received_at desc, x.id desc limit 51";
    }

    private static String plan(Statement statement, String location, String condition) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + sql(location, condition))) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /// Received at that moment.
    private static String cancel(
            TestLocation place, TestPayment paid, Instant at, String by, String role, String receivedAt) {
        JsonObject cancellation = place.cancellation(paid, at)
                .put("cancelledBy", new JsonObject().put("id", by).put("role", role));
        String id = cancellation.getString("cancellationId");
        place.cancel(cancellation);
        TestLocation.until(() -> Db.number("select count(*) from cancellation where cancellation_id = ?", id) == 1);
        Db.update("update cancellation set received_at = ?::timestamptz where cancellation_id = ?", receivedAt, id);
        return id;
    }

    private static List<String> ids(TestLocation place, String query) {
        Response page = list(place, query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("cancellations.cancellationId");
    }

    private static Response list(TestLocation place, String query) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "payment:read")
                        .sign())
                .urlEncodingEnabled(false)
                .get("/v1/locations/" + place.location() + "/cancellations" + query);
    }
}
