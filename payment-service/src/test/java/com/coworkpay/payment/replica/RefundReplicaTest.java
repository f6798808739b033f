package com.coworkpay.payment.replica;

import static com.coworkpay.payment.support.Refunds.awaitConsumed;
import static com.coworkpay.payment.support.Refunds.publish;
import static com.coworkpay.payment.support.Refunds.publishAndWait;
import static com.coworkpay.payment.support.Refunds.refund;
import static com.coworkpay.payment.support.Refunds.state;
import static com.coworkpay.payment.support.TestShop.booking;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.RowOrder;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What refund-service publishes is shown, and a full refund lets the payable be paid again.
@PaymentServiceTest
class RefundReplicaTest {

    private final TestShop shop = TestShop.open();

    @Inject
    RefundReplicaStore replicas;

    private PendingPayment paid(String bookingId) {
        PendingPayment payment = shop.begin(bookingId);
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        return payment;
    }

    private PendingPayment paid() {
        return paid("b-" + UUID.randomUUID());
    }

    /// As its payer sees it.
    private Response read(PendingPayment payment) {
        Response response = given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .get("/v1/locations/{location}/payments/{id}", shop.location(), payment.id());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    @Test
    void aRefundLeavesItSucceededAndAddsTheRefundedAmount() {
        PendingPayment payment = paid();
        long version = Db.number("select version from payment where id = ?::uuid", payment.id());
        assertThat(read(payment).<Integer>path("refundPendingKrw")).isZero();
        assertThat(read(payment).<List<?>>path("refunds")).isEmpty();

        JsonObject done = refund("SUCCEEDED", "ADMINISTRATOR", "FRAUDULENT", 5000);
        publishAndWait(state(payment.id(), 4, 5000, 2000)
                .put(
                        "refunds",
                        new JsonArray()
                                .add(done)
                                .add(refund("FAILED", "CANCELLATION", "IN_TIME", 3000))
                                .add(refund("UNKNOWN", "OVERPAYMENT", "OVERPAYMENT", 2000))));

        Response response = read(payment);
        assertThat(response.<String>path("status")).isEqualTo("SUCCEEDED");
        assertThat(response.<Integer>path("totalKrw")).isEqualTo(22000);
        assertThat(response.<Integer>path("refundedKrw")).isEqualTo(5000);
        assertThat(response.<Integer>path("refundPendingKrw")).isEqualTo(2000);
        assertThat(response.<List<String>>path("refunds.status")).containsExactly("SUCCEEDED", "FAILED", "PROCESSING");
        assertThat(response.<List<String>>path("refunds.reason"))
                .containsExactly("BY_LOCATION", "CANCELLATION", "NOT_OWED");
        assertThat(response.<List<Integer>>path("refunds.amountKrw")).containsExactly(5000, 3000, 2000);
        assertThat(response.<String>path("refunds[0].refundId")).isEqualTo(done.getString("refundId"));
        assertThat(response.<String>path("refunds[0].refundedAt")).isEqualTo("2026-11-26T01:00:05.000Z");
        assertThat(response.<String>path("refunds[1].failedAt")).isEqualTo("2026-11-26T01:00:06.000Z");
        assertThat(response.asString())
                .as("what administrators think is not the payer's to read")
                .doesNotContain("FRAUDULENT", "PAYER_LEFT", "UNKNOWN");
        // Nothing is published: no loop, and the payment's version is unchanged.
        assertThat(Db.number("select version from payment where id = ?::uuid", payment.id()))
                .isEqualTo(version);
        assertThat(Db.number("select count(*) from outbox where aggregateid = ?", payment.id()))
                .isEqualTo(2);
    }

    /// In KakaoPay's dashboard, and another way: both leave nothing to pay for.
    @Test
    void whatWasGivenBackOutsideAndElsewhereFreesThePayable() {
        PendingPayment payment = paid();
        publishAndWait(state(payment.id(), 4, 5000, 0)
                .put("refundedElsewhereKrw", 17000)
                .put("balanceKrw", 0)
                .put(
                        "refunds",
                        new JsonArray()
                                .add(refund("SUCCEEDED", "OUTSIDE", "REFUNDED_OUTSIDE", 5000))
                                .add(refund("FAILED", "ADMINISTRATOR", "OTHER", 17000)
                                        .put("failure", "REFUNDED_ELSEWHERE"))));
        assertThat(read(payment).<List<String>>path("refunds.reason")).contains("BY_LOCATION");
        // All of it is refunded, and what KakaoPay did not refund is not shown as its refund.
        assertThat(read(payment).<Integer>path("refundedKrw")).isEqualTo(22000);
        assertThat(read(payment).<List<String>>path("refunds.status")).containsExactly("SUCCEEDED", "FAILED");
        assertThat(Db.text("select refunded_krw = total_krw from payment where id = ?::uuid", payment.id()))
                .isIn("t", "true");
    }

    @Test
    void theHighestVersionWinsThroughDuplicatesDisorderAndReplay() {
        PendingPayment payment = paid();
        JsonObject early = state(payment.id(), 1, 0, 22000);
        JsonObject late = state(payment.id(), 3, 11000, 0);
        for (JsonObject state : List.of(late, early, late, state(payment.id(), 2, 4000, 7000), early, late)) {
            publish(state);
        }
        publishAndWait(state(payment.id(), 4, 11000, 1000));
        for (JsonObject state : List.of(early, late)) {
            publish(state);
        }
        // One behind them in the same partition proves that they were handled.
        String marker = UUID.randomUUID().toString();
        KafkaProbe.publish(
                "refund.events",
                payment.id(),
                "coworkpay.refund.requested.v1",
                state(marker, 1, 0, 0).encode());
        awaitConsumed(marker, 1);
        assertThat(read(payment).<Integer>path("refundedKrw")).isEqualTo(11000);
        assertThat(read(payment).<Integer>path("refundPendingKrw")).isEqualTo(1000);
    }

    private static RefundStateV1 read(JsonObject state) {
        return RefundStateV1.read(ContractSchema.read(state.encode()));
    }

    @Test
    void twoOfUsAtOnceKeepTheHighest() throws Exception {
        PendingPayment payment = paid();
        List<RefundStateV1> states = new ArrayList<>();
        for (int version = 1; version <= 40; version++) {
            states.add(read(state(payment.id(), version, version * 500L, 0)));
        }
        // Each has its own batch, they overlap, and none is in order.
        List<Callable<Boolean>> batches = IntStream.range(0, 40)
                .mapToObj(i -> List.of(states.get((i * 7) % 40), states.get((i * 13) % 40), states.get(i)))
                .<Callable<Boolean>>map(batch -> () -> {
                    replicas.store(batch).await().atMost(Duration.ofSeconds(30));
                    return true;
                })
                .toList();
        Concurrently.all(batches);
        assertThat(Db.number("select version from refund_replica where payment_id = ?::uuid", payment.id()))
                .isEqualTo(40);
        assertThat(Db.number("select refunded_krw from payment where id = ?::uuid", payment.id()))
                .isEqualTo(20000);
    }

    @Test
    void aFullRefundFreesThePayableAndAPartialOneDoesNot() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment first = paid(bookingId);
        publishAndWait(state(first.id(), 1, 21999, 1));
        assertThat(shop.initiate(booking(bookingId)).<String>path("type"))
                .isEqualTo("urn:coworkpay:problem:payable-already-paid");
        publishAndWait(state(first.id(), 2, 22000, 0));
        PendingPayment second = paid(bookingId);
        assertThat(Db.status(second.id())).isEqualTo("PAID");
        assertThat(read(first).<String>path("status")).isEqualTo("SUCCEEDED");
        assertThat(read(first).<Integer>path("refundedKrw")).isEqualTo(22000);
        // The second one holds the slot now.
        assertThat(shop.initiate(booking(bookingId)).statusCode()).isEqualTo(409);
    }

    @Test
    void anOverpaymentStaysCanceledAndShowsItsRefund() {
        PendingPayment payment = paid();
        // As settlement leaves money that was found without a slot.
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(
                payment.id(),
                "status = 'OVERPAID', version = version + 1, overpaid_krw = total_krw, canceled_at = now(),"
                        + " reason = 'LATE_APPROVAL'");
        Db.update("alter table payment enable trigger payment_transitions");
        publishAndWait(state(payment.id(), 2, 22000, 0)
                .put("overpaid", true)
                .put("refunds", new JsonArray().add(refund("SUCCEEDED", "OVERPAYMENT", "OVERPAYMENT", 22000))));
        Response response = read(payment);
        assertThat(response.<String>path("status")).isEqualTo("CANCELED");
        assertThat(response.<Integer>path("overpaidKrw")).isEqualTo(22000);
        assertThat(response.<Integer>path("refundedKrw")).isEqualTo(22000);
        assertThat(response.<List<String>>path("refunds.reason")).containsExactly("NOT_OWED");
    }

    @Test
    void aNewStatusIsNotOverYetAndANewOriginIsTheLocation() {
        PendingPayment payment = paid();
        publishAndWait(state(payment.id(), 1, 0, 1000)
                .put("refunds", new JsonArray().add(refund("HELD", "ARBITRATION", "RULED", 1000))));
        assertThat(read(payment).<List<String>>path("refunds.status")).containsExactly("PROCESSING");
        assertThat(read(payment).<List<String>>path("refunds.reason")).containsExactly("BY_LOCATION");
    }

    @Test
    void whatComesBeforeItsPaymentIsKept() {
        String unknown = UUID.randomUUID().toString();
        publishAndWait(state(unknown, 1, 1000, 0).put("refundedElsewhereKrw", 500));
        assertThat(Db.number("select refunded_krw from refund_replica where payment_id = ?::uuid", unknown))
                .as("what its payer will see")
                .isEqualTo(1500);
        assertThat(KafkaProbe.eventsOf("payment-service.dlq")).noneMatch(event -> unknown.equals(event.key()));
    }

    /// Five pairs, because the order of publication within a pair is not fixed.
    @Test
    void paymentsAreLockedInTheOrderOfTheirIds() throws Exception {
        for (int pair = 0; pair < 5; pair++) {
            UUID one = UUID.fromString(paid().id());
            UUID other = UUID.fromString(paid().id());
            var states = Stream.of(other, one)
                    .map(id -> read(state(id.toString(), 1, 1000, 0)))
                    .toList();
            RowOrder.isKept("payment", "id", one, other, () -> replicas.store(states)
                    .await()
                    .atMost(Duration.ofSeconds(20)));
            assertThat(Db.number("select sum(refunded_krw) from payment where id in (?, ?)", one, other))
                    .isEqualTo(2000);
        }
    }

    @Test
    void whatDoesNotFitIsSetAsideAloneAndTheOthersAreKept() {
        PendingPayment payment = paid();
        String id = payment.id();
        List<String> wrong = List.of(
                "not json",
                "{}",
                state(id, 0, 0, 0).encode(),
                state(id, 1, -1, 0).encode(),
                state(id, 1, 0, 0).put("paymentId", "x").encode(),
                state(id, 1, 0, 0).put("refunds", new JsonObject()).encode(),
                state(id, 1, 0, 0)
                        .put(
                                "refunds",
                                new JsonArray()
                                        .add(refund("SUCCEEDED", "BATCH", "OTHER", 1)
                                                .put("canceledAt", "soon")))
                        .encode(),
                // More than was paid: the database rejects it.
                state(id, 9, 22001, 0).encode());
        List<String> all = new ArrayList<>(wrong);
        all.add(3, state(id, 2, 2000, 0).encode());
        all.add(state(id, 3, 3000, 0).encode());
        KafkaProbe.publishAll(
                "refund.events",
                "coworkpay.refund.succeeded.v1",
                all.stream().map(json -> Map.entry(id, json)).toList());
        KafkaProbe.publish(
                "refund.events",
                id,
                "coworkpay.refund.succeeded.v2",
                state(id, 99, 0, 0).encode());
        publishAndWait(state(id, 4, 4000, 0));
        assertThat(KafkaProbe.awaitEvents("payment-service.dlq", event -> id.equals(event.key()), wrong.size()))
                .hasSize(wrong.size());
        assertThat(read(payment).<Integer>path("refundedKrw")).isEqualTo(4000);
    }
}
