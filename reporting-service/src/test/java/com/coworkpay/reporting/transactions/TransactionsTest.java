package com.coworkpay.reporting.transactions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingServiceTest
class TransactionsTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:00:00Z");

    @Test
    void aDayBeginsAndEndsWhereTheLocationIs() {
        TestLocation seoul = TestLocation.open();
        PaymentEvent last = seoul.pay(PaymentEvent.paid(seoul.id(), Instant.parse("2026-05-04T14:59:59Z")));
        PaymentEvent first = seoul.pay(PaymentEvent.paid(seoul.id(), Instant.parse("2026-05-04T15:00:00Z")));
        assertThat(ids(seoul, "from=2026-05-04&to=2026-05-04")).containsExactly(last.id());
        assertThat(ids(seoul, "from=2026-05-05&to=2026-05-05")).containsExactly(first.id());
        assertThat(ids(seoul, "from=2026-05-05")).containsExactly(first.id());
        assertThat(ids(seoul, "to=2026-05-04")).containsExactly(last.id());
    }

    /// Days of 23 and 25 hours, and one that begins at one o'clock.
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T03:59:59.999Z",
        "America/New_York, 2026-11-01, 2026-11-01T04:00:00Z, 2026-11-02T04:59:59.999Z",
        "Africa/Cairo, 2026-04-24, 2026-04-23T22:00:00Z, 2026-04-24T20:59:59.999Z"
    })
    void clocksThatChangeMakeADayShorterOrLonger(String zone, String day, Instant first, Instant last) {
        TestLocation location = TestLocation.open(zone);
        List<PaymentEvent> inside = List.of(at(location, first), at(location, last));
        at(location, first.minusMillis(1));
        at(location, last.plusMillis(1));
        assertThat(ids(location, "from=" + day + "&to=" + day))
                .containsExactly(inside.get(1).id(), inside.get(0).id());
    }

    @Test
    void eachFilterFindsItsOwn() {
        TestLocation location = TestLocation.open();
        PaymentEvent booking = location.pay(PaymentEvent.paid(location.id(), AT, 22_000, 0));
        PaymentEvent order = location.pay(PaymentEvent.paid(location.id(), AT.plusSeconds(1), 5_000, 1_000)
                .payable("SHOP_ORDER", "주문-1")
                .with("payerId", "결제자"));
        PaymentEvent expired = location.pay(
                PaymentEvent.begun(location.id(), AT.plusSeconds(2)).canceled(AT.plusSeconds(900)));
        PaymentEvent test = location.pay(
                PaymentEvent.paid(location.id(), AT.plusSeconds(3), 100, 0).test());
        RefundEvent part =
                TestLocation.refund(RefundEvent.of(booking).requested(1_000, AT).succeeded(AT.plusSeconds(5)));

        assertThat(ids(location, "status=PARTIALLY_REFUNDED")).containsExactly(booking.id());
        assertThat(ids(location, "status=CANCELED&status=SUCCEEDED"))
                .containsExactly(test.id(), expired.id(), order.id());
        assertThat(ids(location, "type=SHOP_ORDER")).containsExactly(order.id());
        assertThat(ids(location, "payerId=결제자")).containsExactly(order.id());
        assertThat(ids(location, "payableId=주문-1")).containsExactly(order.id());
        assertThat(ids(location, "minKrw=5000&maxKrw=5000")).containsExactly(order.id());
        assertThat(ids(location, "minKrw=5001")).containsExactly(expired.id(), booking.id());
        assertThat(ids(location, "live=false")).containsExactly(test.id());
        assertThat(ids(location, "live=true&type=BOOKING&status=CANCELED")).containsExactly(expired.id());
        assertThat(ids(location, "payerId=nobody")).isEmpty();

        for (String id : List.of(
                booking.id(),
                booking.id().toUpperCase(java.util.Locale.ROOT),
                booking.state().getString("tid"),
                booking.state().getJsonObject("payable").getString("id"),
                booking.state().getString("payerId"),
                part.refundId(),
                part.refundId().toUpperCase(java.util.Locale.ROOT),
                part.aid())) {
            assertThat(ids(location, "search=" + id)).as(id).containsExactly(booking.id());
        }
        assertThat(ids(location, "search=" + booking.id().substring(0, 8))).isEmpty();
        assertThat(ids(location, "search=%25")).isEmpty();
    }

    @Test
    void pagesAreStableAndEachRowComesOnce() {
        TestLocation location = TestLocation.open();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // All at the same time: the id alone decides.
            wanted.add(location.pay(PaymentEvent.paid(location.id(), AT)).id());
        }
        wanted.sort((a, b) -> b.compareTo(a));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = location.get("transactions?limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.getList("transactions.id"));
            cursor = page.getString("nextCursor");
            // What comes meanwhile does not shift what follows.
            location.pay(PaymentEvent.paid(location.id(), AT.plusSeconds(60)));
        } while (cursor != null);
        assertThat(seen).isEqualTo(wanted);
    }

    @Test
    void anEmptyReportIsAnAnswer() {
        TestLocation location = TestLocation.open();
        location.analyst()
                .get("/v1/locations/" + location.id() + "/transactions")
                .then()
                .statusCode(200)
                .body("transactions.size()", equalTo(0))
                .body("nextCursor", nullValue())
                .body("timezone", equalTo("Asia/Seoul"));
        assertThat(location.get("transactions/totals").getLong("netKrw")).isZero();
    }

    @Test
    void aLocationNobodyToldOfHasDaysInKorea() {
        TestLocation location = TestLocation.nowhere();
        PaymentEvent payment = location.pay();
        JsonPath page = location.get("transactions?from=2026-05-04&to=2026-05-04");
        assertThat(page.getString("timezone")).isEqualTo("Asia/Seoul");
        assertThat(page.getList("transactions.id")).containsExactly(payment.id());
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-13-01, from",
        "from=today, from",
        "from=1969-12-31, from",
        "to=+999999999-12-31, to",
        "to=9999-01-01, to",
        "from=2026-01-02&to=2026-01-01, to",
        "status=PAID, status",
        "type=booking, type",
        "minKrw=-1, minKrw",
        "minKrw=1.5, minKrw",
        "maxKrw=99999999999999999999, maxKrw",
        "minKrw=2&maxKrw=1, maxKrw",
        "live=maybe, live",
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "cursor=x, cursor",
        "search=%20, search",
        "search=a%00b, search"
    })
    void whatIsWrongIsNamed(String query, String field) {
        TestLocation location = TestLocation.nowhere();
        location.analyst()
                .urlEncodingEnabled(false)
                .get("/v1/locations/" + location.id() + "/transactions?" + query.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body(field.equals("cursor") ? "field" : "errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "transactions/totals?status[]=SUCCEEDED, status[]",
        "transactions/totals?statuses=, statuses",
        "transactions?form=2031-01-01, form",
        "transactions?payer=nobody, payer",
        "transactions.csv?min=999, min",
        "transactions?page=2, page",
        "transactions.csv?Lang=en, Lang",
        "transactions?payerId=, payerId",
        "transactions?limit=1&limit=2, limit"
    })
    void noReportAnswersAQuestionThatWasNotAsked(String path, String field) {
        TestLocation location = TestLocation.nowhere();
        location.analyst()
                .urlEncodingEnabled(false)
                .get("/v1/locations/" + location.id() + "/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    @Test
    void aCancellationIdOf150CharactersBeyondTheFirstPlaneCanBeSearched() {
        TestLocation location = TestLocation.open();
        location.analyst()
                .queryParam("search", "😀".repeat(150))
                .get("/v1/locations/" + location.id() + "/transactions")
                .then()
                .statusCode(200);
    }

    @Test
    void anIdThatIsTooLongIsNamed() {
        TestLocation location = TestLocation.nowhere();
        for (String field : List.of("payerId", "payableId", "search")) {
            location.analyst()
                    .queryParam(field, "x".repeat(256))
                    .get("/v1/locations/" + location.id() + "/transactions/totals")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(field));
        }
    }

    @Test
    void aCursorOfAnotherQuestionIsRefusedInTheCallersLanguage() {
        TestLocation location = TestLocation.open();
        location.pay();
        location.pay();
        String cursor = location.get("transactions?limit=1").getString("nextCursor");
        location.analyst()
                .header("Accept-Language", "ko")
                .get("/v1/locations/" + location.id() + "/transactions?limit=1&live=true&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", endsWith(":invalid-cursor"))
                .body("title", equalTo("이 목록의 커서가 아닙니다"));
    }

    @Test
    void nobodySeesAnotherLocationsRows() {
        TestLocation here = TestLocation.open();
        TestLocation there = TestLocation.open();
        PaymentEvent payment = there.pay();
        here.pay();
        assertThat(ids(here, "search=" + payment.id())).isEmpty();
        here.analyst()
                .get("/v1/locations/" + here.id() + "/transactions/" + payment.id())
                .then()
                .statusCode(404);
        assertThat(here.get("transactions/totals").getLong("transactionCount")).isEqualTo(1);
        for (String path : List.of("", "/totals", "/" + payment.id(), ".csv")) {
            here.analyst()
                    .get("/v1/locations/" + there.id() + "/transactions" + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void colleaguesWithoutThePermissionAreToldSoAndStrangersMustSignIn() {
        TestLocation location = TestLocation.open();
        String colleague =
                TestIdentity.token("minji").at(location.id(), "payment:read").sign();
        for (String path : List.of("", "/totals", "/" + UUID.randomUUID(), ".csv")) {
            String url = "/v1/locations/" + location.id() + "/transactions" + path;
            given().auth().oauth2(colleague).get(url).then().statusCode(403);
            given().get(url).then().statusCode(401);
        }
    }

    @Test
    void whatIsNoIdIsNotFound() {
        TestLocation location = TestLocation.nowhere();
        for (String id : List.of("x", UUID.randomUUID().toString())) {
            location.analyst()
                    .get("/v1/locations/" + location.id() + "/transactions/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    private static PaymentEvent at(TestLocation location, Instant at) {
        return location.pay(PaymentEvent.paid(location.id(), at));
    }

    private static List<@Nullable String> ids(TestLocation location, String query) {
        return location.get("transactions?" + query).getList("transactions.id");
    }
}
