package com.coworkpay.payment.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Refunds;
import com.coworkpay.payment.support.TestCheckout;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The payments of a location, newest first; for a payer their own.
@PaymentServiceTest
class PaymentListTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final TestShop shop = TestShop.open();

    @Inject
    Pool pool;

    private Response list(TestIdentity.Token token, Map<String, ?> query) {
        return given().auth()
                .oauth2(token.sign())
                .queryParams(query)
                .get("/v1/locations/{l}/payments", shop.location());
    }

    private List<String> ids(TestIdentity.Token token, Map<String, ?> query) {
        Response page = list(token, query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("payments.paymentId");
    }

    private TestIdentity.Token people() {
        return TestIdentity.token("minji").at(shop.location(), "payment:read");
    }

    private PendingPayment begin(String payer, String booking, long totalKrw) {
        JsonObject request = TestShop.booking(booking).put("payerId", payer).put("totalKrw", totalKrw);
        return PendingPayment.of(shop.initiate(request));
    }

    @Test
    void everybodySeesWhatTheyMay() {
        PendingPayment mine = begin("payer-1", "b-1", 22000);
        PendingPayment theirs = begin("payer-2", "b-2", 22000);
        TestShop.open().begin();
        for (TestIdentity.Token all :
                List.of(people(), TestIdentity.token("portal").everywhere("payment:create"))) {
            assertThat(ids(all, Map.of())).containsExactly(theirs.id(), mine.id());
        }
        assertThat(ids(TestIdentity.token("payer-1"), Map.of())).containsExactly(mine.id());
        assertThat(ids(TestIdentity.token("payer-1"), Map.of("payerId", "payer-1")))
                .containsExactly(mine.id());
        assertThat(ids(TestIdentity.token("payer-3"), Map.of())).isEmpty();
        assertThat(list(TestIdentity.token("payer-1"), Map.of("payerId", "payer-2"))
                        .statusCode())
                .isEqualTo(404);
        TestIdentity.Token analyst = TestIdentity.token("payer-1").at(shop.location(), "report:read");
        assertThat(ids(analyst, Map.of())).containsExactly(mine.id());
        assertThat(list(analyst, Map.of("payerId", "payer-2")).statusCode()).isEqualTo(403);
        assertThat(given().get("/v1/locations/{l}/payments", shop.location()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRowHasWhatAListShows() {
        TestCheckout checkout = shop.checkout();
        PendingPayment payment = checkout.begin();
        TestShop.visit(shop.pay(payment));
        Refunds.publishAndWait(Refunds.state(payment.id(), 2, 5000, 1000));
        Response page = list(people(), Map.of());
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        Map<String, Object> row = page.path("payments[0]");
        assertThat(row)
                .containsEntry("paymentId", payment.id())
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("payerId", "payer-1")
                .containsEntry("checkoutId", checkout.id())
                .containsEntry("totalKrw", 22000)
                .containsEntry("vatKrw", 2000)
                .containsEntry("refundedKrw", 5000)
                .containsEntry("refundPendingKrw", 1000)
                .containsEntry("live", true)
                .containsKeys("createdAt", "approvedAt", "reason", "manualReviewSince");
        assertThat(page.<String>path("nextCursor")).isNull();
    }

    @Test
    void eachFilterFindsItsRows() {
        PendingPayment paid = begin("payer-1", "b-1", 1000);
        TestShop.visit(shop.pay(paid));
        PendingPayment canceled = begin("payer-1", "b-2", 5000);
        PendingPayment pending = begin("payer-2", "b-2", 9000);
        PendingPayment attempt = shop.checkout().begin();
        TestIdentity.Token people = people();
        assertThat(ids(people, Map.of("status", "SUCCEEDED"))).containsExactly(paid.id());
        assertThat(ids(people, Map.of("status", List.of("SUCCEEDED", "CANCELED"))))
                .containsExactly(canceled.id(), paid.id());
        assertThat(ids(people, Map.of("status", "PENDING", "payerId", "payer-2")))
                .containsExactly(pending.id());
        assertThat(ids(people, Map.of("payableId", "b-2"))).containsExactly(pending.id(), canceled.id());
        assertThat(ids(people, Map.of("payableType", "INVOICE"))).isEmpty();
        assertThat(ids(people, Map.of("payableType", List.of("INVOICE", "BOOKING"))))
                .hasSize(4);
        assertThat(ids(people, Map.of("minKrw", 5000, "maxKrw", 9000))).containsExactly(pending.id(), canceled.id());
        assertThat(ids(people, Map.of("checkout", true))).containsExactly(attempt.id());
        assertThat(ids(people, Map.of("checkout", false))).hasSize(3);
    }

    /// Just after midnight in Seoul it is the day before in UTC.
    @Test
    void daysAreTheLocations() {
        PendingPayment late = begin("payer-1", "b-1", 1000);
        PendingPayment early = begin("payer-1", "b-2", 1000);
        Db.move(late.id(), "created_at = '2026-03-01T23:59:59.999+09'");
        Db.move(early.id(), "created_at = '2026-03-02T00:00:00+09'");
        assertThat(ids(people(), Map.of("from", "2026-03-02"))).containsExactly(early.id());
        assertThat(ids(people(), Map.of("to", "2026-03-01"))).containsExactly(late.id());
        assertThat(ids(people(), Map.of("from", "2026-03-01", "to", "2026-03-02")))
                .containsExactly(early.id(), late.id());
        assertThat(ids(people(), Map.of("from", "2026-03-03"))).isEmpty();
    }

    @Test
    void pagesStandStillWhilePaymentsCome() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.addFirst(begin("payer-1", "b-" + i, 1000).id());
        }
        // Some of one moment.
        Db.update("update payment set created_at = '2026-03-01T00:00:00Z' where location_id = ?", shop.location());
        all.sort(java.util.Comparator.<String>naturalOrder().reversed());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = list(
                    people(),
                    cursor == null
                            ? Map.of("limit", 3, "payerId", "payer-1")
                            : Map.of("limit", 3, "payerId", "payer-1", "cursor", cursor));
            seen.addAll(page.path("payments.paymentId"));
            cursor = page.path("nextCursor");
            begin("payer-1", "new-" + seen.size(), 1000);
        } while (cursor != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void aCursorServesItsOwnListAlone() {
        for (int i = 0; i < 3; i++) {
            begin("payer-1", "b-" + i, 1000);
        }
        String cursor = list(people(), Map.of("limit", 1)).path("nextCursor");
        assertThat(ids(people(), Map.of("limit", 1, "cursor", cursor))).hasSize(1);
        List<Response> refusals = List.of(
                list(people(), Map.of("limit", 1, "cursor", cursor, "status", "PENDING")),
                list(TestIdentity.token("payer-1"), Map.of("limit", 1, "cursor", cursor)),
                list(people(), Map.of("cursor", cursor.substring(1))),
                list(people(), Map.of("cursor", "x")),
                list(people(), Map.of("cursor", "A".repeat(5000))),
                given().auth()
                        .oauth2(people().sign())
                        .queryParam("cursor", cursor)
                        .get("/v1/locations/{l}/payments/manual-review", shop.location()));
        refusals.forEach(refused -> {
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:invalid-cursor");
        });
    }

    @Test
    void whatIsAskedWrongIsNamed() {
        Map<String, Map<String, Object>> wrong = Map.ofEntries(
                Map.entry("status", Map.of("status", "PAID")),
                Map.entry("payableType", Map.of("payableType", "CAR")),
                Map.entry("from", Map.of("from", "2026-13-01")),
                Map.entry("to", Map.of("from", "2026-03-02", "to", "2026-03-01")),
                Map.entry("minKrw", Map.of("minKrw", -1)),
                Map.entry("maxKrw", Map.of("minKrw", 2, "maxKrw", 1)),
                Map.entry("limit", Map.of("limit", 201)),
                Map.entry("payerId", Map.of("payerId", " ")),
                Map.entry("payableId", Map.of("payableId", "x".repeat(256))),
                Map.entry("stauts", Map.of("stauts", "PENDING")));
        wrong.forEach((field, query) -> {
            Response refused = list(people(), query);
            assertThat(refused.statusCode()).as(field + refused.asString()).isEqualTo(400);
            assertThat(refused.<String>path("field")).isEqualTo(field);
            assertThat(refused.<String>path("errors[0].message")).isNotBlank();
        });
        assertThat(list(people(), Map.of("payableId", "a\0b")).statusCode()).isEqualTo(400);
    }

    // ---- 100,000 rows

    private static PaymentFilter filter(
            Set<PublicStatus> statuses,
            @Nullable String payableId,
            @Nullable String payerId,
            @Nullable LocalDate from) {
        return new PaymentFilter(statuses, Set.of(), payableId, payerId, null, from, null, null, null);
    }

    /// No list reads all rows, and none sorts more than those of one payer or payable, or the pending ones.
    @Test
    void noListReadsOrSortsEverything() {
        Db.update("""
                insert into payment (id, version, status, reason, location_id, payer_id, owner_id, owner_role, payable_type,
                  payable_id, description, total_krw, supply_krw, vat_krw, tax_free_krw, quantity, device, return_url,
                  merchant_account_id, cid, live, caller, idempotency_key, request_hash, created_at, canceled_at)
                select gen_random_uuid(), 1, 'CANCELED', 'EXPIRED', ? || n % 4, 'many-' || n % 1000, 'o', 'NONMEMBER',
                  'INVOICE', 'many-' || n % 20000, 'd', 1000, 1000, 0, 0, 1, 'PC', 'https://x/', 'a', 'c', true, 'many',
                  ? || n, 'x', now() - n * interval '1 minute', now()
                  from generate_series(1, 100000) as n""", shop.location(), shop.location());
        Db.update("analyze payment");
        try {
            PageCursor.InTime middle =
                    new PageCursor.InTime(Instant.now().minus(Duration.ofDays(30)), UUID.randomUUID());
            Map<String, PaymentFilterSql> lists = Map.of(
                    "all", of(null, filter(Set.of(), null, null, null), null),
                    "next page", of(null, filter(Set.of(), null, null, null), middle),
                    "days",
                            of(
                                    null,
                                    filter(
                                            Set.of(),
                                            null,
                                            null,
                                            LocalDate.now(SEOUL).minusDays(2)),
                                    null),
                    "status", of(null, filter(Set.of(PublicStatus.CANCELED), null, null, null), null),
                    "pending", of(null, filter(Set.of(PublicStatus.PENDING), null, null, null), null),
                    "payable", of(null, filter(Set.of(), "many-17", null, null), null),
                    "payer", of(null, filter(Set.of(), null, "many-17", null), null),
                    "my payments", of("many-17", filter(Set.of(), null, null, null), null),
                    "my next page", of("many-17", filter(Set.of(), null, null, null), middle));
            lists.forEach((name, list) -> {
                String plan = plan(list);
                assertThat(plan).as(name).doesNotContain("Seq Scan on payment");
                if (!plan.contains("payment_of_pay") && !plan.contains("payment_pending")) {
                    assertThat(plan).as(name).doesNotContain("Sort");
                }
            });
        } finally {
            Db.update("delete from payment where caller = 'many'");
        }
    }

    private PaymentFilterSql of(@Nullable String payer, PaymentFilter filter, PageCursor.@Nullable InTime after) {
        return PaymentFilterSql.of(shop.location() + "1", payer, filter, SEOUL, after);
    }

    private String plan(PaymentFilterSql list) {
        var rows = NamedQuery.of("explain (costs off) " + PaymentQueryStore.pageSql(list))
                .run(pool, list.values().and("limit", 51))
                .await()
                .atMost(Duration.ofSeconds(30));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
