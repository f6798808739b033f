package com.coworkpay.reporting.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was taken and what went back, each on its own day.
@ReportingServiceTest
class SummaryTest {

    private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<String> FIGURES = List.of(
            "transactionCount",
            "paidCount",
            "paidKrw",
            "overpaidCount",
            "overpaidKrw",
            "refundedCount",
            "refundedKrw",
            "refundedOutsideCount",
            "refundedOutsideKrw",
            "refundPendingCount",
            "refundPendingKrw",
            "netKrw",
            "testCount");

    @Test
    void aRefundCountsOnItsOwnDay() {
        TestLocation location = TestLocation.open();
        // 23:59:59 of the first in Seoul; refunded at midnight, and outside a day later.
        PaymentEvent paid =
                location.pay(PaymentEvent.paid(location.id(), Instant.parse("2026-05-01T14:59:59Z"), 22_000, 0));
        RefundEvent first = RefundEvent.of(paid)
                .requested(1_000, Instant.parse("2026-05-01T14:59:59Z"))
                .succeeded(Instant.parse("2026-05-01T15:00:00Z"));
        RefundEvent outside = first.outside(500, Instant.parse("2026-05-02T16:00:00Z"));
        TestLocation.refund(outside.requested(200, Instant.parse("2026-05-04T00:00:00Z")));

        JsonPath summary = location.get("transactions/summary?by=day&from=2026-05-01&to=2026-05-05");
        assertThat(summary.<String>getList("groups.key"))
                .containsExactly("2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05");
        assertThat(summary.<Integer>getList("groups.figures.paidKrw")).containsExactly(22_000, 0, 0, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.paidCount")).containsExactly(1, 0, 0, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.refundedKrw")).containsExactly(0, 1_000, 500, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.refundedCount")).containsExactly(0, 1, 1, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.refundedOutsideKrw"))
                .containsExactly(0, 0, 500, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.refundedOutsideCount"))
                .containsExactly(0, 0, 1, 0, 0);
        assertThat(summary.<Integer>getList("groups.figures.refundPendingKrw")).containsExactly(0, 0, 0, 200, 0);
        assertThat(summary.<Integer>getList("groups.figures.netKrw")).containsExactly(22_000, -1_000, -500, 0, 0);
        assertThat(summary.getLong("total.netKrw")).isEqualTo(20_500);
        assertThat(summary.getString("timezone")).isEqualTo("Asia/Seoul");
        assertThat(summary.getLong("completeness.generation")).isPositive();

        // The refunds of days on which nothing was taken.
        JsonPath later = location.get("transactions/summary?by=type&from=2026-05-02&to=2026-05-03");
        assertThat(later.getLong("total.paidKrw")).isZero();
        assertThat(later.getLong("total.refundedKrw")).isEqualTo(1_500);
        assertThat(later.<String>getList("groups.key")).containsExactly("BOOKING");
    }

    /// The same moments elsewhere, where one of the days has 23 hours.
    @Test
    void daysAreTheLocations() {
        TestLocation location = TestLocation.open("America/New_York");
        location.pay(PaymentEvent.paid(location.id(), Instant.parse("2026-03-08T04:59:59.999Z"), 100, 0));
        location.pay(PaymentEvent.paid(location.id(), Instant.parse("2026-03-08T05:00:00Z"), 200, 0));
        location.pay(PaymentEvent.paid(location.id(), Instant.parse("2026-03-09T03:59:59.999Z"), 300, 0));
        location.pay(PaymentEvent.paid(location.id(), Instant.parse("2026-03-09T04:00:00Z"), 400, 0));
        assertThat(location.get("transactions/summary?by=day&from=2026-03-07&to=2026-03-09")
                        .<Integer>getList("groups.figures.paidKrw"))
                .containsExactly(100, 500, 400);
    }

    @Test
    void testAccountsAreCountedAndNeverSummed() {
        TestLocation location = TestLocation.open();
        PaymentEvent test =
                location.pay(PaymentEvent.paid(location.id(), AT, 5_000, 0).test());
        TestLocation.refund(
                RefundEvent.of(test).requested(1_000, AT.plusSeconds(1)).succeeded(AT.plusSeconds(2)));
        JsonPath summary = location.get("transactions/summary?by=status");
        assertThat(summary.<String>getList("groups.key")).containsExactly("PARTIALLY_REFUNDED");
        Map<String, Object> figures = summary.getMap("groups[0].figures");
        assertThat(figures).containsEntry("testCount", 1);
        figures.remove("testCount");
        assertThat(figures.values()).containsOnly(0);
    }

    @Test
    void whatHasNoWordComesLast() {
        TestLocation location = TestLocation.open();
        location.pay(PaymentEvent.begun(location.id(), AT));
        location.pay(PaymentEvent.paid(location.id(), AT, 700, 0).with("method", "MONEY"));
        location.pay(PaymentEvent.paid(location.id(), AT, 300, 0));
        JsonPath summary = location.get("transactions/summary?by=method");
        assertThat(summary.<String>getList("groups.key")).containsExactly("CARD", "MONEY", null);
        assertThat(summary.<Integer>getList("groups.figures.paidKrw")).containsExactly(300, 700, 0);
        assertThat(summary.<Integer>getList("groups.figures.transactionCount")).containsExactly(1, 1, 1);
    }

    /// Whatever makes a group, all groups together are the same; without days they are the totals; and each figure is
    /// what the rows add up to.
    @Test
    void everyWayToGroupAddsUpToTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestLocation location = TestLocation.open();
        for (int i = 0; i < 60; i++) {
            life(location, random);
        }
        location.pay(PaymentEvent.paid(location.id(), AT.plusSeconds(60)));
        TestLocation.until(() -> location.get("transactions").getLong("completeness.eventsBehind") == 0);

        for (String question : List.of(
                "&from=2026-04-20&to=2026-06-20",
                "&from=2026-05-03&to=2026-05-06",
                "&from=2026-05-03&to=2026-05-06&type=SHOP_ORDER",
                "&from=2026-05-01&to=2026-05-31&status=PARTIALLY_REFUNDED&status=REFUNDED",
                "&from=2026-05-01&to=2026-05-31&minKrw=10000&live=true",
                "&from=2026-05-01&to=2026-05-31&refundStatus=SUCCEEDED")) {
            Map<String, Long> expected = summed(location, question);
            for (SummaryBy by : SummaryBy.values()) {
                JsonPath summary = location.get("transactions/summary?by=" + by + question);
                for (String figure : FIGURES) {
                    long together = summary.<Number>getList("groups.figures." + figure).stream()
                            .mapToLong(Number::longValue)
                            .sum();
                    assertThat(summary.getLong("total." + figure))
                            .as("%s by %s of %s, seed %d", figure, by, question, seed)
                            .isEqualTo(together)
                            .isEqualTo(expected.get(figure));
                }
            }
        }
        JsonPath totals = location.get("transactions/totals");
        JsonPath summary = location.get("transactions/summary?by=status");
        for (String sum : List.of(
                "transactionCount",
                "paidKrw",
                "overpaidKrw",
                "refundedKrw",
                "refundPendingKrw",
                "netKrw",
                "testCount")) {
            assertThat(summary.getLong("total." + sum)).as(sum).isEqualTo(totals.getLong(sum));
        }
    }

    @Test
    void aFilterByTheStatusOfRefundsFindsItsOwn() {
        TestLocation location = TestLocation.open();
        PaymentEvent none = location.pay(PaymentEvent.paid(location.id(), AT));
        PaymentEvent failed = location.pay(PaymentEvent.paid(location.id(), AT.plusSeconds(1)));
        TestLocation.refund(RefundEvent.of(failed).requested(100, AT).failed(AT.plusSeconds(2)));
        PaymentEvent both = location.pay(PaymentEvent.paid(location.id(), AT.plusSeconds(2)));
        TestLocation.refund(RefundEvent.of(both)
                .requested(100, AT)
                .succeeded(AT.plusSeconds(3))
                .requested(50, AT.plusSeconds(4)));
        assertThat(ids(location, "refundStatus=FAILED")).containsExactly(failed.id());
        assertThat(ids(location, "refundStatus=REQUESTED")).containsExactly(both.id());
        assertThat(ids(location, "refundStatus=SUCCEEDED&refundStatus=FAILED")).containsExactly(both.id(), failed.id());
        assertThat(ids(location, "live=true")).containsExactly(both.id(), failed.id(), none.id());
        assertThat(location.get("transactions/totals?refundStatus=UNKNOWN").getLong("transactionCount"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01, by, invalid-request",
        "by=year, by, invalid-request",
        "by=DAY, by, invalid-request",
        "by=day, from, summary-too-wide",
        "by=week&from=2026-01-01, to, summary-too-wide",
        "by=day&from=2026-01-01&to=2027-02-05, to, summary-too-wide",
        "by=day&from=2026-01-02&to=2026-01-01, to, invalid-request",
        "by=type&refundStatus=GONE, refundStatus, invalid-request",
        "by=type&cursor=x, cursor, invalid-request",
        "by=type&limit=5, limit, invalid-request"
    })
    void aWrongQuestionIsNamed(String query, String field, String type) {
        TestLocation location = TestLocation.open();
        location.analyst()
                .get("/v1/locations/" + location.id() + "/transactions/summary?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:coworkpay:problem:" + type))
                .body("field", equalTo(field));
    }

    @Test
    void theRefusalSaysWhatToDoInBothLanguages() {
        TestLocation location = TestLocation.open();
        String there = "/v1/locations/" + location.id() + "/transactions/summary?by=day";
        location.analyst().header("Accept-Language", "ko").get(there).then().body("detail", containsString("최대 400개"));
        location.analyst()
                .header("Accept-Language", "en")
                .get(there)
                .then()
                .body("detail", containsString("at most 400"));
    }

    @Test
    void nobodySumsAnotherLocationUp() {
        TestLocation location = TestLocation.open();
        location.pay();
        TestLocation other = TestLocation.open();
        assertThat(other.get("transactions/summary?by=type").getList("groups")).isEmpty();
        String there = "/v1/locations/" + location.id() + "/transactions/summary?by=type";
        RestAssured.get(there).then().statusCode(401);
        other.analyst().get(there).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("minji")
                        .at(location.id(), "payment:read")
                        .sign())
                .get(there)
                .then()
                .statusCode(403);
    }

    /// A month of a location with many years: of its payments the month's are read, of its refunds those that were.
    @Test
    void aRangeIsReadByItsIndexes() throws SQLException {
        try (Connection connection = PostgresResource.superuser("reporting");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into report_payment (side, payment_id, location_id, live, payment_version, payment_recorded_at,
                        status, payable_type, payable_id, payer_id, description, total_krw, vat_krw, tax_free_krw, created_at,
                        approved_at, refund_version, refund_recorded_at, refunds, refund_ids)
                    select 0, gen_random_uuid(), 'plan-' || n % 10, true, 1, now(), 'SUCCEEDED', 'BOOKING', 'b', 'p', 'd',
                           1000, 0, 0, now() - n * interval '10 minutes', now() - n * interval '10 minutes', 1, now(), '[]',
                           case when n % 100 < 10 then array[n::text] end
                      from generate_series(1, 40000) n""");
            statement.execute("analyze report_payment");
            String month = plan(statement, """
                    select t.status, sum(t.paid_krw) from report_transaction t
                     where t.side = 0 and t.location_id = 'plan-1' and t.occurred_at >= now() - interval '2 days'
                       and t.occurred_at < now() group by 1""");
            assertThat(month).contains("location_id_occurred_at").doesNotContain("Seq Scan");
            String refunds = plan(statement, """
                    select t.status, count(*) from report_transaction t
                     cross join lateral jsonb_to_recordset(t.refunds) as r(status text)
                     where t.side = 0 and t.location_id = 'plan-1' and t.occurred_at < now() and t.refund_ids is not null
                     group by 1""");
            assertThat(refunds).contains("location_id_occurred_at").doesNotContain("Seq Scan");
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

    private static void life(TestLocation location, Random random) {
        Instant at = AT.plusSeconds(random.nextInt(10 * 86_400));
        long total = 1_000 + random.nextInt(50_000);
        PaymentEvent payment = PaymentEvent.begun(location.id(), at, total, random.nextLong(total / 2))
                .payable(random.nextBoolean() ? "BOOKING" : "SHOP_ORDER", "payable-" + random.nextInt(20));
        if (random.nextInt(5) == 0) {
            payment = payment.test();
        }
        int fate = random.nextInt(6);
        payment = fate == 0
                ? payment
                : fate == 1
                        ? payment.canceled(at.plusSeconds(900))
                        : fate == 2 ? payment.overpaid(at.plusSeconds(9)) : payment.paid(at.plusSeconds(30));
        TestLocation.publish(payment);
        if (fate < 2 || random.nextInt(3) == 0) {
            return;
        }
        Instant refundAt = at.plusSeconds(60 + random.nextInt(20 * 86_400));
        RefundEvent refunds = RefundEvent.of(payment).requested(1 + random.nextLong(total / 2), at.plusSeconds(60));
        refunds = switch (random.nextInt(4)) {
            case 0 -> refunds;
            case 1 -> refunds.failed(refundAt);
            default -> refunds.succeeded(refundAt);
        };
        if (random.nextBoolean() && refunds.state().getLong("reservedKrw") == 0) {
            refunds = refunds.outside(1 + random.nextLong(total / 4), refundAt.plusSeconds(random.nextInt(5 * 86_400)));
        }
        TestLocation.publish(refunds);
    }

    /// By the rows of the list, as an analyst would.
    private static Map<String, Long> summed(TestLocation location, String question) {
        Map<String, String> asked = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (String part : question.substring(1).split("&")) {
            if (part.startsWith("from=") || part.startsWith("to=")) {
                asked.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            } else {
                others.add(part);
            }
        }
        LocalDate from = LocalDate.parse(asked.get("from"));
        LocalDate to = LocalDate.parse(asked.get("to"));
        Map<String, Long> sums = new TreeMap<>();
        FIGURES.forEach(figure -> sums.put(figure, 0L));
        JsonPath all = location.get("transactions?limit=200&" + String.join("&", others));
        for (Map<String, Object> row : all.<Map<String, Object>>getList("transactions")) {
            boolean live = Boolean.TRUE.equals(row.get("live"));
            if (isWithin(row.get("occurredAt"), from, to)) {
                sums.merge(live ? "transactionCount" : "testCount", 1L, Long::sum);
                if (live) {
                    add(sums, "paid", won(row, "paidKrw"), 1);
                    add(sums, "overpaid", won(row, "overpaidKrw"), 1);
                    sums.merge("netKrw", won(row, "paidKrw") + won(row, "overpaidKrw"), Long::sum);
                }
            }
            if (live && won(row, "paidKrw") + won(row, "overpaidKrw") > 0) {
                for (Map<String, Object> refund : refunds(row)) {
                    addRefund(sums, refund, from, to);
                }
            }
        }
        return sums;
    }

    private static void addRefund(Map<String, Long> sums, Map<String, Object> refund, LocalDate from, LocalDate to) {
        long amount = won(refund, "amountKrw");
        if ("SUCCEEDED".equals(refund.get("status")) && isWithin(refund.get("canceledAt"), from, to)) {
            add(sums, "refunded", amount, 1);
            sums.merge("netKrw", -amount, Long::sum);
            if ("OUTSIDE".equals(refund.get("origin"))) {
                add(sums, "refundedOutside", amount, 1);
            }
        } else if ("REQUESTED".equals(refund.get("status")) && isWithin(refund.get("requestedAt"), from, to)) {
            add(sums, "refundPending", amount, 1);
        }
    }

    private static void add(Map<String, Long> sums, String what, long krw, long count) {
        sums.merge(what + "Krw", krw, Long::sum);
        sums.merge(what + "Count", krw > 0 ? count : 0, Long::sum);
    }

    private static boolean isWithin(@Nullable Object at, LocalDate from, LocalDate to) {
        LocalDate day = Instant.parse(String.valueOf(at))
                .atZone(ZoneId.of("Asia/Seoul"))
                .toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> refunds(Map<String, Object> row) {
        return (List<Map<String, Object>>) Objects.requireNonNull(row.get("refunds"));
    }

    private static long won(Map<String, Object> row, String name) {
        return Long.parseLong(String.valueOf(row.get(name)));
    }

    private static List<String> ids(TestLocation location, String query) {
        return location.get("transactions?limit=50&" + query).getList("transactions.id");
    }
}
