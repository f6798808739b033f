package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.EventJson;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.domain.Decision;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.LedgerEvents;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.TestLedger;
import com.coworkpay.refund.policy.domain.DecisionReason;
import com.coworkpay.refund.policy.domain.RefundRule;
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
import java.util.Map;
import java.util.UUID;
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
        Db.told(
                paid.id(),
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
        String longestId = "x" + "\u0001".repeat(199);
        Instant now = Instant.now();
        Amounts paid = new Amounts(Amounts.MAX_KRW, Amounts.MAX_KRW / 10, Amounts.MAX_KRW / 10);
        Amounts part = new Amounts(10_000_000, 1_000_000, 1_000_000);
        Ledger ledger = TestLedger.of(paid, 0);
        for (int i = 0; i < RefundRule.MAX_REFUNDS; i++) {
            Refund refund = RefundBuilder.builder(TestLedger.requested(UUID.randomUUID(), part, now))
                    .origin(Origin.CANCELLATION)
                    .reason(DecisionReason.CANCELED_BEFORE_APPROVED.name())
                    .decisionId(UUID.randomUUID())
                    .cancellationId(longestId)
                    .build();
            RefundState.InFlight claimed =
                    TestLedger.claimed(refund, ledger.payment().expectedKrw(), now);
            ledger = ledger.request(refund)
                    .taken(claimed.refund())
                    .move(claimed.succeed("A".repeat(120), now, "CANCELED", now));
        }
        Ledger before = ledger;
        for (int i = 0; i <= Ledger.MAX_DECISIONS; i++) {
            before = ledger;
            ledger = ledger.decide(declined(longestId, now), null);
        }
        String event = EventJson.write(LedgerEvents.of(new LedgerChange(before, ledger, now, null, null))
                .getFirst()
                .data());
        assertThat(event.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(100_000, MAX_BYTES - 4096);
    }

    private static Decision declined(String cancellationId, Instant now) {
        return new Decision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "gangnam",
                cancellationId,
                1,
                "DECLINED",
                DecisionReason.TOO_MANY_REFUNDS.name(),
                0,
                null,
                now,
                Map.of(),
                "환불 불가",
                "No refund",
                now);
    }
}
