package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ProjectionTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    @Test
    void aPaymentAndItsRefundsAreOneRowUnderTheOrderId() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay(PaymentEvent.paid(location.id(), AT));
        RefundEvent first = RefundEvent.of(payment).requested(5_000, AT.plusSeconds(60));
        TestLocation.refund(first);
        assertThat(location.one(payment).getLong("transaction.refundPendingKrw"))
                .isEqualTo(5_000);
        TestLocation.refund(first.succeeded(Instant.parse("2026-05-04T15:30:00Z")));

        JsonPath row = location.one(payment).setRootPath("transaction");
        assertThat(row.getString("id")).isEqualTo(payment.id());
        assertThat(row.getString("tid")).isEqualTo(payment.state().getString("tid"));
        assertThat(row.getString("status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(row.getString("approvedAt")).isEqualTo("2026-05-04T03:02:01.000Z");
        assertThat(row.getString("approvedAtKst")).isEqualTo("2026-05-04T12:02:01");
        assertThat(row.getString("createdAt")).isEqualTo("2026-05-04T03:01:01.000Z");
        assertThat(row.getString("type")).isEqualTo("BOOKING");
        assertThat(row.getString("description")).isEqualTo("회의실 A, 2시간");
        assertThat(row.getString("method")).isEqualTo("CARD");
        assertThat(row.getString("cardCompany")).isEqualTo("신한카드");
        assertThat(row.getLong("totalKrw")).isEqualTo(22_000);
        assertThat(row.getLong("vatKrw")).isEqualTo(2_000);
        assertThat(row.getLong("paidKrw")).isEqualTo(22_000);
        assertThat(row.getLong("refundedKrw")).isEqualTo(5_000);
        assertThat(row.getLong("refundPendingKrw")).isZero();
        assertThat(row.getLong("netKrw")).isEqualTo(17_000);
        assertThat(row.<Object>get("feeKrw")).isNull();
        assertThat(row.getString("refunds[0].canceledAtKst")).isEqualTo("2026-05-05T00:30:00");
        assertThat(row.getString("refunds[0].reason")).isEqualTo("REQUESTED_BY_CUSTOMER");
    }

    /// A released cancellation is told on the topic of refunds, and changes nothing in the report.
    @Test
    void whatIsForOthersIsNoDeadLetter() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        String released = KafkaProbe.publish(
                "refund.events", payment.id(), "coworkpay.cancellation.released.v1", "{\"cancellationId\":\"c\"}");
        TestLocation.refund(RefundEvent.of(payment).requestedRest(AT).succeeded(AT));
        assertThat(location.one(payment).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(KafkaProbe.eventsOf("reporting-service.dlq")).noneMatch(letter -> released.equals(letter.id()));
    }

    @Test
    void aFullRefundIsTold() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        TestLocation.refund(RefundEvent.of(payment).requestedRest(AT).succeeded(AT));
        assertThat(location.one(payment).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(location.one(payment).getLong("transaction.netVatKrw")).isZero();
    }

    @Test
    void aRefundThatComesBeforeItsPaymentIsRightInTheEnd() {
        TestLocation location = TestLocation.open();
        PaymentEvent begun = PaymentEvent.begun(location.id(), AT);
        PaymentEvent paid = begun.paid(AT);
        TestLocation.refund(RefundEvent.of(paid).requestedRest(AT).succeeded(AT));
        location.analyst()
                .get("/v1/locations/" + location.id() + "/transactions/" + paid.id())
                .then()
                .statusCode(404);
        location.pay(begun);
        // Nothing is known to be taken yet, so nothing can have gone back.
        assertThat(location.one(paid).getLong("transaction.netKrw")).isZero();
        assertThat(location.one(paid).getLong("transaction.refundedKrw")).isZero();
        location.pay(paid);
        assertThat(location.one(paid).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(location.one(paid).getLong("transaction.paidKrw")).isEqualTo(22_000);
    }

    @Test
    void olderStatesAndRepetitionsChangeNothing() {
        TestLocation location = TestLocation.open();
        PaymentEvent begun = PaymentEvent.begun(location.id(), AT);
        PaymentEvent paid = location.pay(begun.paid(AT));
        String known = location.one(paid).getString("transaction");
        TestLocation.publish(begun);
        TestLocation.publish(paid);
        PaymentEvent fence = PaymentEvent.paid(location.id(), AT).with("paymentId", paid.id());
        // Sent after them, in the same partition: once it is known, they were handled.
        location.pay(fence.with("version", 9).with("description", "fence"));
        TestLocation.publish(paid);
        assertThat(known).contains("22000");
        assertThat(location.one(paid).getString("transaction.description")).isEqualTo("fence");
        assertThat(location.get("transactions").getList("transactions")).hasSize(1);
    }

    @Test
    void anOverpaymentIsNeverCountedAsPaidAndItsMoneyIsSeen() {
        TestLocation location = TestLocation.open();
        PaymentEvent overpaid =
                location.pay(PaymentEvent.begun(location.id(), AT).canceled(AT).overpaid(AT.plusSeconds(5)));
        JsonPath row = location.one(overpaid).setRootPath("transaction");
        assertThat(row.getString("status")).isEqualTo("CANCELED");
        assertThat(row.getLong("paidKrw")).isZero();
        assertThat(row.getLong("overpaidKrw")).isEqualTo(22_000);
        assertThat(row.getLong("netKrw")).isEqualTo(22_000);
        JsonPath totals = location.get("transactions/totals");
        assertThat(totals.getLong("paymentCount")).isZero();
        assertThat(totals.getLong("paidKrw")).isZero();
        assertThat(totals.getLong("netKrw")).isEqualTo(22_000);

        TestLocation.refund(RefundEvent.of(overpaid).requestedRest(AT).succeeded(AT.plusSeconds(9)));
        assertThat(location.one(overpaid).getString("transaction.status")).isEqualTo("CANCELED");
        totals = location.get("transactions/totals");
        assertThat(totals.getLong("overpaidKrw")).isEqualTo(22_000);
        assertThat(totals.getLong("refundedKrw")).isEqualTo(22_000);
        assertThat(totals.getLong("netKrw")).isZero();
    }

    @Test
    void testAccountsAreShownAndNotSummed() {
        TestLocation location = TestLocation.open();
        location.pay();
        location.pay(PaymentEvent.paid(location.id(), AT).test());
        assertThat(location.get("transactions").getList("transactions")).hasSize(2);
        JsonPath totals = location.get("transactions/totals");
        assertThat(totals.getLong("transactionCount")).isEqualTo(1);
        assertThat(totals.getLong("testCount")).isEqualTo(1);
        assertThat(totals.getLong("paidKrw")).isEqualTo(22_000);
    }

    @Test
    void theTimeOfRecordingIsTheSendersWhateverIsSentAgain() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = PaymentEvent.paid(location.id(), AT);
        TestLocation.publish(payment, "ce_time", "2026-05-04T03:02:03.5Z");
        TestLocation.untilPayment(payment);
        TestLocation.publish(payment, "ce_time", "2026-05-09T00:00:00Z");
        location.pay();
        assertThat(location.one(payment).getString("transaction.recordedAt")).isEqualTo("2026-05-04T03:02:03.500Z");
        TestLocation.publish(payment, "ce_time", "2026-05-04T03:02:02Z");
        TestLocation.until(
                () -> location.one(payment).getString("transaction.recordedAt").equals("2026-05-04T03:02:02.000Z"));
    }

    /// payment-service may be newer: its payments are in the report all the same.
    @Test
    void aPaymentOfATypeAndAPolicyThatAreNotKnownHereIsInTheReport() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = PaymentEvent.paid(location.id(), AT);
        payment.state().getJsonObject("payable").put("type", "LOCKER");
        payment.state().put("status", "SUSPENDED").put("policy", new JsonObject().put("kind", "BY_MOON"));
        TestLocation.publish(payment);
        TestLocation.untilPayment(payment);
        assertThat(location.one(payment).getString("transaction.type")).isEqualTo("LOCKER");
        assertThat(location.one(payment).getString("transaction.status")).isEqualTo("SUSPENDED");
        assertThat(location.get("transactions").getList("transactions")).hasSize(1);
    }

    @Test
    void whatNobodyCanReadIsSetAsideAndTheReportIsCompleteWithoutIt() {
        TestLocation location = TestLocation.open();
        PaymentEvent good = PaymentEvent.paid(location.id(), AT);
        String key = "poison-" + UUID.randomUUID();
        KafkaProbe.publish("payment.events", key, "coworkpay.payment.paid.v1", "{\"paymentId\":1}");
        KafkaProbe.publish(
                "payment.events", key, "somebody.payment.paid.v1", good.state().encode());
        KafkaProbe.publish(
                "payment.events",
                key,
                "coworkpay.payment.paid.v1",
                good.state().copy().put("supplyKrw", 1).encode());
        location.pay(good);
        assertThat(KafkaProbe.awaitEvents("reporting-service.dlq", e -> key.equals(e.key()), 3).stream()
                        .map(ProjectionTest::reason))
                .containsExactlyInAnyOrder(
                        "totalKrw is not a whole number", "unknown type", "totalKrw is not the sum of its parts");
        // Nothing follows the dead letters in their partition, and yet the position passes them.
        TestLocation.until(() -> location.get("transactions").getLong("completeness.eventsBehind") == 0);
    }

    @Test
    void aTypeThatIsAddedIsAStateLikeTheOthersAndAnotherVersionIsPassedOver() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        JsonObject state = payment.state().copy().put("version", 90).put("description", "resolved");
        KafkaProbe.publish(
                "payment.events",
                payment.id(),
                "coworkpay.payment.paid.v2",
                state.copy()
                        .put("version", 91)
                        .put("description", "of another form")
                        .encode());
        KafkaProbe.publish("payment.events", payment.id(), "coworkpay.receipt.printed.v1", "{}");
        KafkaProbe.publish("payment.events", payment.id(), "coworkpay.payment.resolved.v1", state.encode());
        TestLocation.until(
                () -> location.one(payment).getString("transaction.description").equals("resolved"));
        assertThat(KafkaProbe.eventsOf("reporting-service.dlq"))
                .noneMatch(e -> payment.id().equals(e.key()));
    }

    @Test
    void whatASenderTakesBackIsInNoReportAndSilenceAfterATransactionIsNoGap() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = PaymentEvent.paid(location.id(), AT);
        JsonObject takenBack = payment.state().copy().put("version", 90).put("description", "taken back");
        KafkaProbe.publishInTransaction(
                "payment.events", payment.id(), payment.type(), payment.state().encode());
        KafkaProbe.publishAndAbort("payment.events", payment.id(), payment.type(), takenBack.encode());
        TestLocation.untilPayment(payment);
        Instant after = Instant.now();
        TestLocation.until(() -> location.get("transactions").getLong("completeness.eventsBehind") == 0
                && Instant.parse(location.get("transactions").getString("completeness.completeUpTo"))
                        .isAfter(after));
        assertThat(location.one(payment).getString("transaction.description"))
                .isEqualTo(payment.state().getString("description"));
    }

    @Test
    void anAnswerSaysUpToWhichMomentItIsComplete() {
        TestLocation location = TestLocation.open();
        Instant before = Instant.now();
        location.pay();
        TestLocation.until(() -> Instant.parse(location.get("transactions").getString("completeness.completeUpTo"))
                .isAfter(before));
        assertThat(location.get("transactions/totals").getString("completeness.completeUpTo"))
                .isNotNull();
        assertThat(location.get("transactions").getInt("completeness.generation"))
                .isPositive();
    }

    private static String reason(ReceivedEvent letter) {
        return String.valueOf(letter.header("dead-letter-reason"));
    }
}
