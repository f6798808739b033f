package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A sender that repeats itself without end: what an event carries has a bound all the same.
@RefundServiceTest
class ManyCancellationsTest {

    /// A consumer takes no more (`coworkpay.consumer.max-bytes`).
    private static final int MAX_BYTES = 256 * 1024;

    private static final int MANY = 900;

    /// Of them as if they had been event before: each is decided alone.
    private static final int STORED = 870;

    @Test
    void anEventHasAnEndHoweverManyCancellationsThereAre() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        Db.update(
                "insert into decision (id, payment_id, location_id, cancellation_id, edition, outcome, reason, amount_krw,"
                        + " evidence, explanation_ko, explanation_en, decided_at) select uuidv7(), ?::uuid, ?,"
                        + " repeat('취', 185) || '-' || i, 1, 'DECLINED', 'NO_REFUND_POLICY', 0, '{}', '환불 불가', 'No refund',"
                        + " now() - interval '1 hour' from generate_series(1, ?) i",
                paid.id(),
                place.location(),
                STORED);
        Instant now = Instant.now();
        try (EventStream events = new EventStream()) {
            for (int i = STORED + 1; i <= MANY; i++) {
                String id = "취".repeat(185) + "-" + i;
                events.send(
                        "booking.events",
                        paid.payableId(),
                        "booking.cancelled.v1",
                        place.cancellation(paid, now).put("cancellationId", id).encode());
            }
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()) == MANY);
        RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "refund:create")
                        .sign())
                .header("Idempotency-Key", "k-" + paid.id())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("balanceKrw", 22000)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .then()
                .statusCode(201);
        var succeeded = TestLocation.event(paid, "succeeded");
        assertThat(succeeded.data().path("refundedKrw").asLong()).isEqualTo(22000);
        assertThat(succeeded.data().path("decisions")).hasSize(20);
        assertThat(succeeded.data().path("decisionsOmitted").asInt()).isEqualTo(MANY - 20);
        assertThat(KafkaProbe.eventsOf("refund.events"))
                .filteredOn(event -> paid.id().equals(event.key()))
                .allMatch(event -> event.value().getBytes(StandardCharsets.UTF_8).length < MAX_BYTES);
        Response shown = RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
        List<String> newest = new ArrayList<>();
        succeeded
                .data()
                .path("decisions")
                .forEach(each -> newest.add(each.path("decisionId").asText()));
        assertThat(shown.<List<String>>path("decisions.decisionId")).isEqualTo(newest);
        assertThat(shown.<Integer>path("decisionsOmitted")).isEqualTo(MANY - 20);
    }

    /// The longest ids, each character six bytes of JSON, and as many refunds as a payment may have.
    @Test
    void theLargestStateThatThereCanBeIsBelowTheBound() {
        TestPayment paid = TestLocation.open().pay();
        String longestId = "x" + "\u0001".repeat(199);
        long bytes = Db.number("""
                select octet_length((ledger_state(p, null, null) || jsonb_build_object(
                  'refunds', (select jsonb_agg(refund_public(jsonb_populate_record(null::refund, jsonb_build_object(
                     'id', uuidv7(), 'payment_id', p.payment_id, 'status', 'SUCCEEDED', 'origin', 'CANCELLATION',
                     'reason', 'CANCELED_BEFORE_APPROVED', 'version', g, 'amount_krw', 1000000000, 'vat_krw', 100000000,
                     'tax_free_krw', 100000000, 'decision_id', uuidv7(), 'cancellation_id', ?::text,
                     'aid', repeat('A', 120), 'requested_at', now(), 'canceled_at', now()))))
                     from generate_series(1, 100) g),
                  'decisions', (select jsonb_agg(decision_public(jsonb_populate_record(null::decision, jsonb_build_object(
                     'id', uuidv7(), 'payment_id', p.payment_id, 'outcome', 'DECLINED', 'reason', 'TOO_MANY_REFUNDS',
                     'amount_krw', g - g, 'cancellation_id', ?::text, 'deadline_at', now(), 'decided_at', now()))))
                     from generate_series(1, 20) g)))::text)
                  from paid_payment p where p.payment_id = ?::uuid""", longestId, longestId, paid.id());
        assertThat(bytes).isBetween(100_000L, (long) MAX_BYTES - 4096);
    }
}
