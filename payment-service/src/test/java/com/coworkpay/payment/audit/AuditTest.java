package com.coworkpay.payment.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.settlement.Worker;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestCheckout;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each act of a person or a machine leaves one row, written with it, and what did not happen leaves none.
@PaymentServiceTest
class AuditTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final TestShop shop = TestShop.open();

    private io.restassured.specification.RequestSpecification as(String person, String... permissions) {
        return given().auth()
                .oauth2(TestIdentity.token(person)
                        .at(shop.location(), permissions)
                        .sign())
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private Response cancel(String id) {
        return as("minji", "payment:resolve").post("/v1/locations/{l}/payments/{p}/cancel", shop.location(), id);
    }

    private Response audit(String query) {
        return as("analyst", "payment:read").get("/v1/locations/" + shop.location() + "/payments/audit" + query);
    }

    private List<Map<String, Object>> entries(String query) {
        Response page = audit(query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("entries");
    }

    @Test
    void whoCanceledIsOnRecordOnce() {
        PendingPayment payment = shop.begin();
        assertThat(cancel(payment.id()).statusCode()).isEqualTo(200);
        assertThat(cancel(payment.id()).statusCode()).isEqualTo(200);
        Response page = audit("?objectType=PAYMENT&objectId=" + payment.id());
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.<List<?>>path("entries")).hasSize(1);
        assertThat(page.<String>path("entries[0].action")).isEqualTo("PAYMENT_CANCELED");
        assertThat(page.<String>path("entries[0].outcome")).isEqualTo("DONE");
        assertThat(page.<String>path("entries[0].by")).isEqualTo("minji");
        assertThat(page.<String>path("entries[0].address")).isEqualTo("127.0.0.1");
        assertThat(page.<String>path("entries[0].traceId")).isEqualTo(TRACE);
        assertThat(page.<String>path("entries[0].paymentId")).isEqualTo(payment.id());
        assertThat(page.<List<String>>path("entries[0].changes.what")).containsExactly("reason", "status");
        assertThat(page.<List<String>>path("entries[0].changes.before")).containsExactly(null, "PENDING");
        assertThat(page.<List<String>>path("entries[0].changes.after"))
                .containsExactly("CANCELED_BY_LOCATION", "CANCELED");
    }

    @Test
    void aRefusedCancelLeavesNothing() {
        PendingPayment payment = shop.begin();
        TestShop.visit(shop.pay(payment));
        assertThat(cancel(payment.id()).statusCode()).isEqualTo(409);
        assertThat(entries("")).isEmpty();
    }

    /// The row cannot be written: then the change is not either, and the other way round.
    @Test
    void noChangeWithoutItsRow() {
        PendingPayment payment = shop.begin();
        Db.update("alter table audit add constraint broken_on_purpose check (location_id <> '" + shop.location()
                + "') not valid");
        try {
            assertThat(cancel(payment.id()).statusCode()).isEqualTo(500);
            assertThat(shop.checkout("k-" + UUID.randomUUID(), TestShop.toPay("b-1"))
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            Db.update("alter table audit drop constraint broken_on_purpose");
        }
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Db.number("select count(*) from checkout where location_id = ?", shop.location()))
                .isZero();
        assertThat(entries("")).isEmpty();
    }

    @Test
    void aCheckoutAndItsPayersCancelAreOnRecord() {
        String key = "k-" + UUID.randomUUID();
        JsonObject request = TestShop.toPay("b-" + key);
        TestCheckout checkout = TestCheckout.of(shop.checkout(key, request));
        shop.checkout(key, request);
        PendingPayment payment = checkout.begin();
        assertThat(checkout.cancel(payment.id()).statusCode()).isEqualTo(200);
        List<Map<String, Object>> found = entries("");
        assertThat(found).extracting("action").containsExactly("PAYMENT_CANCELED", "CHECKOUT_CREATED");
        assertThat(found).extracting("objectId").containsExactly(payment.id(), checkout.id());
        assertThat(found.getFirst().get("by")).isEqualTo("checkout-link");
        assertThat(Db.text(
                        "select after->>'totalKrw' || ' ' || (after->>'payableId') from audit where object_id = ?",
                        checkout.id()))
                .isEqualTo("22000 b-" + key);
    }

    @Test
    void anInquiryAndAResolutionAreOnRecordAndSoIsARefusedOne() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        String tid = Db.text("select tid from payment where id = ?::uuid", payment.id());
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(100).forTid(tid));
        Worker.age(shop, payment.id(), Duration.ofMinutes(31));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(inquire(payment).statusCode()).isEqualTo(200);
        assertThat(inquire(payment).statusCode()).isEqualTo(429);
        assertThat(resolve(payment, "k1", "PAID").statusCode()).isEqualTo(409);
        assertThat(resolve(payment, "k2", "NOT_PAID").statusCode()).isEqualTo(201);
        assertThat(resolve(payment, "k2", "NOT_PAID").statusCode()).isEqualTo(201);
        assertThat(resolve(payment, "k2", "PAID").statusCode()).isEqualTo(422);

        List<Map<String, Object>> found = entries("?paymentId=" + payment.id());
        assertThat(found)
                .extracting(entry -> entry.get("action") + " " + entry.get("outcome"))
                .containsExactly(
                        "PAYMENT_RESOLVED DONE", "PAYMENT_RESOLVED RESOLUTION_NOT_CONFIRMED", "INQUIRY_REQUESTED DONE");
        assertThat(found.getFirst().get("why")).isEqualTo("partner admin, not there\n확인함");
        assertThat(Db.text(
                        "select before::text || ' ' || after::text from audit where payment_id = ?::uuid and outcome = 'DONE' and action ="
                                + " 'PAYMENT_RESOLVED'",
                        payment.id()))
                .contains("\"status\": \"PROCESSING\"", "\"status\": \"CANCELED\"", "\"resolution\": \"NOT_PAID\"");
    }

    private Response inquire(PendingPayment payment) {
        return as("minji", "payment:read")
                .post("/v1/locations/{l}/payments/{p}/inquiry", shop.location(), payment.id());
    }

    private Response resolve(PendingPayment payment, String key, String outcome) {
        return as("minji", "payment:resolve")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", outcome)
                        .put("evidence", "partner admin, not there")
                        .put("note", "확인함")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id());
    }

    @Test
    void pagesAndFiltersCoverIt() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = shop.begin().id();
            assertThat(cancel(id).statusCode()).isEqualTo(200);
            ids.addFirst(id);
        }
        List<Object> listed = new ArrayList<>();
        String cursor = null;
        do {
            Response page = audit("?limit=2&action=PAYMENT_CANCELED" + (cursor == null ? "" : "&cursor=" + cursor));
            listed.addAll(page.<List<Object>>path("entries.objectId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(listed).isEqualTo(ids);
        String at = audit("?limit=1").path("entries[0].at");
        assertThat(entries("?from=" + at + "&actor=minji")).isNotEmpty();
        assertThat(entries("?to=2026-01-01T00:00:00Z")).isEmpty();
        assertThat(entries("?actor=jun")).isEmpty();
        assertThat(entries("?action=CHECKOUT_CREATED&action=PAYMENT_RESOLVED")).isEmpty();
        assertThat(entries("?paymentId=" + ids.getFirst())).hasSize(1);
        String next = audit("?limit=2").path("nextCursor");
        assertThat(audit("?limit=3&actor=minji&cursor=" + next).<String>path("type"))
                .endsWith("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectId=x|objectType",
                "objectType=x|objectType",
                "action=EXPORTED|action",
                "from=yesterday|from",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z|to",
                "paymentId=x|paymentId",
                "actor= |actor",
                "limit=201|limit",
                "who=minji|who"
            })
    void aWrongParameterIsNamed(String wrong) {
        Response refused = audit("?" + wrong.substring(0, wrong.indexOf('|')));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"" + wrong.substring(wrong.indexOf('|') + 1) + "\"");
    }

    @Test
    void nobodyElseReadsIt() {
        String path = "/v1/locations/" + shop.location() + "/payments/audit";
        given().get(path).then().statusCode(401);
        as("minji", "report:read").get(path).then().statusCode(403);
        given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at("elsewhere", "payment:read")
                        .sign())
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void itIsOnlyEverAddedTo() {
        cancel(shop.begin().id());
        for (String change : List.of(
                "update audit set actor = 'nobody' where location_id = '" + shop.location() + "'",
                "delete from audit where location_id = '" + shop.location() + "'",
                "truncate audit")) {
            assertThatThrownBy(() -> Db.update(change)).hasStackTraceContaining("never changed");
        }
        assertThat(entries("")).hasSize(1);
    }
}
