package com.coworkpay.refund.comparison;

import static com.coworkpay.refund.comparison.Comparisons.approvedAt;
import static com.coworkpay.refund.comparison.Comparisons.due;
import static com.coworkpay.refund.comparison.Comparisons.one;
import static com.coworkpay.refund.comparison.Comparisons.outside;
import static com.coworkpay.refund.comparison.Comparisons.person;
import static com.coworkpay.refund.comparison.Comparisons.results;
import static com.coworkpay.refund.comparison.Comparisons.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All payments of a period are compared, and the day's quota is kept by all processes together.
@RefundServiceTest
class ComparisonTest {

    @Inject
    ComparisonWorker worker;

    @Inject
    DueComparisonStore due;

    @BeforeEach
    void fresh() {
        Comparisons.freshQuota();
    }

    @Test
    void aPeriodIsComparedAndSaysWhatItFound() {
        TestLocation place = TestLocation.open();
        List<TestPayment> paid = pay(place, 5, "2026-03-10T12:00:00Z");
        outside(paid.get(1), 5000);
        outside(paid.get(3), 22000);
        place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_TID)
                        .forTid(paid.get(4).tid()));
        String id = start(place, "2026-03-01", "2026-03-31");
        assertThat(one(place, id).getString("status")).isEqualTo("RUNNING");
        assertThat(one(place, id).getInteger("payments")).isEqualTo(5);
        round();
        JsonObject done = one(place, id);
        assertThat(done.getString("status")).isEqualTo("DONE");
        assertThat(done.getString("finishedAt")).isNotNull();
        assertThat(numbers(done, "compared", "matching", "recorded", "outsideKrw", "unexplained", "noAnswer"))
                .containsExactly(5L, 2L, 2L, 27000L, 1L, 0L);
        // A page at a time, none of them matching.
        List<String> different = new ArrayList<>();
        String query = "?limit=1";
        while (query != null) {
            JsonObject page = results(place, id, query);
            page.getJsonArray("payments").forEach(each -> different.add(((JsonObject) each).getString("paymentId")));
            String next = page.getString("nextCursor");
            query = next == null ? null : "?limit=1&cursor=" + next;
        }
        assertThat(different)
                .containsExactlyInAnyOrder(
                        paid.get(1).id(), paid.get(3).id(), paid.get(4).id());
        JsonObject listed = new JsonObject(person(place)
                .get("/v1/locations/{l}/comparisons", place.location())
                .asString());
        assertThat(listed.getJsonArray("comparisons").getJsonObject(0)).isEqualTo(done);
        assertThat(Comparisons.used()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        // The day before and the day after begin and end by the location's clock.
        "Asia/Seoul, 2026-03-09T14:59:59Z, 2026-03-09T15:00:00Z, 2026-03-10T14:59:59Z, 2026-03-10T15:00:00Z",
        "America/New_York, 2026-03-10T03:59:59Z, 2026-03-10T04:00:00Z, 2026-03-11T03:59:59Z, 2026-03-11T04:00:00Z",
        "Pacific/Auckland, 2026-03-09T10:59:59Z, 2026-03-09T11:00:00Z, 2026-03-10T10:59:59Z, 2026-03-10T11:00:00Z"
    })
    void daysAreThoseOfTheLocationsZone(String zone, String before, String first, String last, String after) {
        TestLocation place = TestLocation.nowhere().publish(true, zone);
        for (String at : new String[] {before, first, last, after}) {
            pay(place, 1, at);
        }
        String id = start(place, "2026-03-10", "2026-03-10");
        assertThat(one(place, id).getInteger("payments")).isEqualTo(2);
        assertThat(one(place, id).getString("timezone")).isEqualTo(zone);
        person(place).post("/v1/locations/{l}/comparisons/{c}/stop", place.location(), id);
        // A day of 23 hours, where clocks are put forward.
        if (zone.equals("America/New_York")) {
            pay(place, 1, "2026-03-09T03:59:59Z");
            pay(place, 1, "2026-03-09T04:00:00Z");
            assertThat(one(place, start(place, "2026-03-08", "2026-03-08")).getInteger("payments"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-04-01, to",
        "2026-03-02, 2026-03-01, to",
        "2026-02-30, 2026-03-01, from",
        "2026-03-01, 2026-02-29, to",
        "2026-3-1, 2026-03-01, from",
        "2026-03-01, 9998-01-01, to"
    })
    void aWrongPeriodIsNamed(String from, String to, String member) {
        start(TestLocation.open(), from, to, "k").then().statusCode(400).body("errors[0].field", equalTo(member));
    }

    @Test
    void todayMayBeComparedAndTomorrowNot() {
        TestLocation place = TestLocation.open();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        start(place, today.toString(), today.plusDays(1).toString(), "k").then().statusCode(400);
        start(place, today.minusDays(30).toString(), today.toString(), "k")
                .then()
                .statusCode(201);
    }

    @Test
    void theSameKeyIsTheSameComparisonAndOneRunsAtATime() {
        TestLocation place = TestLocation.open();
        String key = UUID.randomUUID().toString();
        String id = start(place, "2026-03-01", "2026-03-31", key).path("comparisonId");
        start(place, "2026-03-01", "2026-03-31", key).then().statusCode(201).body("comparisonId", equalTo(id));
        start(place, "2026-03-01", "2026-03-30", key).then().statusCode(422);
        start(place, "2026-03-01", "2026-03-30", "another-" + key)
                .then()
                .statusCode(409)
                .body("type", containsString("comparison-running"));
        person(place)
                .contentType("application/json")
                .body("{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}")
                .post("/v1/locations/{l}/comparisons", place.location())
                .then()
                .statusCode(400)
                .body("type", containsString("idempotency-key-required"));
    }

    @Test
    void oneThatIsStoppedComparesNothingMore() {
        TestLocation place = TestLocation.open();
        TestPayment paid = pay(place, 1, "2026-03-10T12:00:00Z").getFirst();
        String id = start(place, "2026-03-01", "2026-03-31");
        for (int i = 0; i < 2; i++) {
            person(place)
                    .post("/v1/locations/{l}/comparisons/{c}/stop", place.location(), id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("STOPPED"))
                    .body("stoppedBy", equalTo("minji"));
        }
        round();
        assertThat(Comparisons.inquiries(paid)).isZero();
        assertThatThrownBy(() -> Db.update(
                        "update comparison set status = 'RUNNING', finished_at = null, stopped_by = null where id = ?::uuid",
                        id))
                .hasStackTraceContaining("comparison " + id + " is over");
        TestLocation elsewhere = TestLocation.open();
        person(elsewhere)
                .get("/v1/locations/{l}/comparisons/{c}", elsewhere.location(), id)
                .then()
                .statusCode(404);
        person(elsewhere)
                .get("/v1/locations/{l}/comparisons/{c}/results", elsewhere.location(), id)
                .then()
                .statusCode(404);
    }

    /// The process died after the cancel was recorded, before the comparison knew: it is counted all the same.
    @Test
    void whatWasRecordedBeforeACrashIsCounted() {
        TestLocation place = TestLocation.open();
        TestPayment paid = pay(place, 1, "2026-03-10T12:00:00Z").getFirst();
        outside(paid, 5000);
        String id = start(place, "2026-03-01", "2026-03-31");
        DueComparison taken = take().getFirst();
        assertThat(taken.paymentId()).hasToString(paid.id());
        Comparisons.compare(place, paid).then().body("outcome", equalTo("RECORDED"));
        leaseIsOver(id);
        round();
        JsonObject done = one(place, id);
        assertThat(done.getString("status")).isEqualTo("DONE");
        assertThat(numbers(done, "recorded", "outsideKrw", "matching")).containsExactly(1L, 5000L, 0L);
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isEqualTo(1);
    }

    /// A process that died before it asked.
    @Test
    void itGoesOnAfterACrash() {
        TestLocation place = TestLocation.open();
        pay(place, 3, "2026-03-10T12:00:00Z");
        String id = start(place, "2026-03-01", "2026-03-31");
        assertThat(take()).hasSize(3);
        round();
        assertThat(one(place, id).getInteger("compared")).isZero();
        leaseIsOver(id);
        round();
        assertThat(numbers(one(place, id), "compared", "matching")).containsExactly(3L, 3L);
    }

    @Test
    void twoProcessesShareItsPayments() {
        TestLocation place = TestLocation.open();
        List<TestPayment> paid = pay(place, 12, "2026-03-10T12:00:00Z");
        start(place, "2026-03-01", "2026-03-31");
        List<DueComparison> both = Uni.join()
                .all(due.take(8), due.take(8), due.take(8), due.take(8))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30))
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(both).extracting(DueComparison::paymentId).doesNotHaveDuplicates();
        assertThat(Comparisons.used()).isEqualTo(both.size());
        List<DueComparison> rest = take();
        assertThat(both.size() + rest.size()).isEqualTo(paid.size());
    }

    @Test
    void whereTheQuotaIsUsedUpItGoesOnTheNextDay() {
        TestLocation place = TestLocation.open();
        List<TestPayment> paid = pay(place, 3, "2026-03-10T12:00:00Z");
        String id = start(place, "2026-03-01", "2026-03-31");
        Comparisons.quota(4998);
        round();
        assertThat(numbers(one(place, id), "payments", "compared")).containsExactly(3L, 2L);
        assertThat(one(place, id).getString("status")).isEqualTo("RUNNING");
        assertThat(Comparisons.used()).isEqualTo(5000);
        Db.update("update comparison_quota set day = day - 1");
        round();
        assertThat(one(place, id).getString("status")).isEqualTo("DONE");
        assertThat(Comparisons.used()).isEqualTo(1);
        assertThat(paid.stream().mapToLong(Comparisons::inquiries).sum()).isEqualTo(3);
    }

    @Test
    void withoutAnAnswerItIsTriedThreeTimes() {
        TestLocation place = TestLocation.open();
        TestPayment paid = pay(place, 1, "2026-03-10T12:00:00Z").getFirst();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE)
                        .times(9)
                        .forTid(paid.tid()));
        String id = start(place, "2026-03-01", "2026-03-31");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(one(place, id).getString("status")).isEqualTo("RUNNING");
            round();
            assertThat(Comparisons.inquiries(paid)).isEqualTo(attempt);
            Db.update("delete from comparison_pause");
        }
        assertThat(numbers(one(place, id), "noAnswer", "compared")).containsExactly(1L, 1L);
        assertThat(one(place, id).getString("status")).isEqualTo("DONE");
        assertThat(results(place, id, "")
                        .getJsonArray("payments")
                        .getJsonObject(0)
                        .getString("answer"))
                .isEqualTo("SERVER_ERROR");
        place.kakaoPay().clearFaults();
    }

    /// A place each 86,400 / 5,000 s = 17.28 s, and the likeliest to differ first.
    @Test
    void whatNobodyRequestedIsSpreadOverTheDay() {
        TestLocation place = TestLocation.open();
        List<TestPayment> paid = pay(place, 5, "2026-11-30T00:00:00Z");
        due(paid.get(0), 6);
        due(paid.get(1), 3);
        due(paid.get(2), 0);
        due(paid.get(3), 1);
        due(paid.get(4), 6);
        // It has a refund under way that was not sent yet.
        Db.told(
                paid.get(4).id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw,"
                        + " reason, requested_by, caller, idempotency_key, request_hash, next_check_at)"
                        + " select gen_random_uuid(), payment_id, location_id, 1, 'REQUESTED', 'ADMINISTRATOR', 1, 0, 0,"
                        + " 'OTHER', 'm', 'm', payment_id::text, '', now() + interval '1 day' from paid_payment"
                        + " where payment_id = ?::uuid",
                paid.get(4).id());
        Db.update("update comparison_quota set next_at = now()");
        assertThat(take()).isEmpty();
        Db.update("update comparison_quota set next_at = now() - interval '35 seconds'");
        assertThat(take())
                .extracting(each -> each.paymentId().toString())
                .containsExactlyInAnyOrder(paid.get(4).id(), paid.get(2).id());
        assertThat(take()).isEmpty();
        Db.update("update comparison_quota set next_at = now() - interval '18 seconds'");
        assertThat(take())
                .extracting(each -> each.paymentId().toString())
                .containsExactly(paid.get(3).id());
        // After a night without anything due, a few at once and not thousands.
        Db.update("update comparison_quota set next_at = now() - interval '9 hours'");
        due(paid.get(2), 0);
        due(paid.get(3), 1);
        due(paid.get(4), 6);
        assertThat(due.take(100).await().atMost(Duration.ofSeconds(10))).hasSize(4);
        assertThat(take()).isEmpty();
        assertThat(Comparisons.used()).isEqualTo(7);
    }

    @Test
    void aPeriodWithoutPaymentsIsDone() {
        TestLocation place = TestLocation.open();
        String id = start(place, "2026-03-01", "2026-03-31");
        round();
        assertThat(one(place, id).getString("status")).isEqualTo("DONE");
        assertThat(numbers(one(place, id), "payments")).containsExactly(0L);
    }

    @Test
    void aResultHasAnAmountExactlyWhereItRecordedOne() {
        TestLocation place = TestLocation.open();
        pay(place, 1, "2026-03-10T12:00:00Z");
        String id = start(place, "2026-03-01", "2026-03-31");
        for (String wrong : new String[] {
            "outcome = 'RECORDED', compared_at = now(), taken_at = now()",
            "outcome = 'MATCHING', outside_krw = 1, compared_at = now(), taken_at = now()"
        }) {
            assertThatThrownBy(() ->
                            Db.update("update compared_payment set " + wrong + " where comparison_id = ?::uuid", id))
                    .hasStackTraceContaining("compared_payment_recorded");
        }
    }

    private List<DueComparison> take() {
        return due.take(4).await().atMost(Duration.ofSeconds(10));
    }

    private static void leaseIsOver(String id) {
        Db.update("update compared_payment set leased_until = now() where comparison_id = ?::uuid", id);
    }

    private static List<TestPayment> pay(TestLocation place, int count, String approvedAt) {
        List<TestPayment> paid = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TestPayment each = place.pay();
            approvedAt(each, approvedAt);
            paid.add(each);
        }
        return paid;
    }

    private static List<Long> numbers(JsonObject comparison, String... members) {
        List<Long> numbers = new ArrayList<>();
        for (String member : members) {
            numbers.add(comparison.getLong(member));
        }
        return numbers;
    }

    private void round() {
        worker.round().await().atMost(Duration.ofSeconds(30));
    }
}
