package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.Place;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
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
        Place place = Place.open();
        PaymentEvent payment = place.pay(PaymentEvent.paid(place.location(), AT));
        RefundEvent first = RefundEvent.of(payment).requested(5_000, AT.plusSeconds(60));
        Place.refund(first);
        assertThat(place.one(payment).getLong("transaction.refundPendingKrw")).isEqualTo(5_000);
        Place.refund(first.succeeded(Instant.parse("2026-05-04T15:30:00Z")));

        JsonPath row = place.one(payment).setRootPath("transaction");
        assertThat(row.getString("id")).isEqualTo(payment.id());
        assertThat(row.getString("tid")).isEqualTo(payment.state().getString("tid"));
        assertThat(row.getString("status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(row.getString("approvedAt")).isEqualTo("2026-05-04T03:02:01Z");
        assertThat(row.getString("approvedAtKst")).isEqualTo("2026-05-04T12:02:01");
        assertThat(row.getString("createdAt")).isEqualTo("2026-05-04T03:01:01Z");
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
        Place place = Place.open();
        PaymentEvent payment = place.pay();
        String released = KafkaProbe.publish(
                "refund.events", payment.id(), "coworkpay.cancellation.released.v1", "{\"cancellationId\":\"c\"}");
        Place.refund(RefundEvent.of(payment).requestedRest(AT).succeeded(AT));
        assertThat(place.one(payment).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(KafkaProbe.eventsOf("reporting-service.dlq")).noneMatch(letter -> released.equals(letter.id()));
    }

    @Test
    void aFullRefundIsTold() {
        Place place = Place.open();
        PaymentEvent payment = place.pay();
        Place.refund(RefundEvent.of(payment).requestedRest(AT).succeeded(AT));
        assertThat(place.one(payment).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(place.one(payment).getLong("transaction.netVatKrw")).isZero();
    }

    @Test
    void aRefundThatComesBeforeItsPaymentIsRightInTheEnd() {
        Place place = Place.open();
        PaymentEvent begun = PaymentEvent.begun(place.location(), AT);
        PaymentEvent paid = begun.paid(AT);
        Place.refund(RefundEvent.of(paid).requestedRest(AT).succeeded(AT));
        place.analyst()
                .get("/v1/locations/" + place.location() + "/transactions/" + paid.id())
                .then()
                .statusCode(404);
        place.pay(begun);
        // Nothing is known to be taken yet, so nothing can have gone back.
        assertThat(place.one(paid).getLong("transaction.netKrw")).isZero();
        assertThat(place.one(paid).getLong("transaction.refundedKrw")).isZero();
        place.pay(paid);
        assertThat(place.one(paid).getString("transaction.status")).isEqualTo("REFUNDED");
        assertThat(place.one(paid).getLong("transaction.paidKrw")).isEqualTo(22_000);
    }

    @Test
    void olderStatesAndRepetitionsChangeNothing() {
        Place place = Place.open();
        PaymentEvent begun = PaymentEvent.begun(place.location(), AT);
        PaymentEvent paid = place.pay(begun.paid(AT));
        String known = place.one(paid).getString("transaction");
        Place.tell(begun);
        Place.tell(paid);
        PaymentEvent fence = PaymentEvent.paid(place.location(), AT).with("paymentId", paid.id());
        // Sent after them, in the same partition: once it is known, they were handled.
        place.pay(fence.with("version", 9).with("description", "fence"));
        Place.tell(paid);
        assertThat(known).contains("22000");
        assertThat(place.one(paid).getString("transaction.description")).isEqualTo("fence");
        assertThat(place.get("transactions").getList("transactions")).hasSize(1);
    }

    @Test
    void aSurplusIsNeverCountedAsPaidAndItsMoneyIsSeen() {
        Place place = Place.open();
        PaymentEvent surplus =
                place.pay(PaymentEvent.begun(place.location(), AT).canceled(AT).surplus(AT.plusSeconds(5)));
        JsonPath row = place.one(surplus).setRootPath("transaction");
        assertThat(row.getString("status")).isEqualTo("CANCELED");
        assertThat(row.getLong("paidKrw")).isZero();
        assertThat(row.getLong("surplusKrw")).isEqualTo(22_000);
        assertThat(row.getLong("netKrw")).isEqualTo(22_000);
        JsonPath totals = place.get("transactions/totals");
        assertThat(totals.getLong("paymentCount")).isZero();
        assertThat(totals.getLong("paidKrw")).isZero();
        assertThat(totals.getLong("netKrw")).isEqualTo(22_000);

        Place.refund(RefundEvent.of(surplus).requestedRest(AT).succeeded(AT.plusSeconds(9)));
        assertThat(place.one(surplus).getString("transaction.status")).isEqualTo("CANCELED");
        totals = place.get("transactions/totals");
        assertThat(totals.getLong("surplusKrw")).isEqualTo(22_000);
        assertThat(totals.getLong("refundedKrw")).isEqualTo(22_000);
        assertThat(totals.getLong("netKrw")).isZero();
    }

    @Test
    void testAccountsAreShownAndNotSummed() {
        Place place = Place.open();
        place.pay();
        place.pay(PaymentEvent.paid(place.location(), AT).test());
        assertThat(place.get("transactions").getList("transactions")).hasSize(2);
        JsonPath totals = place.get("transactions/totals");
        assertThat(totals.getLong("transactionCount")).isEqualTo(1);
        assertThat(totals.getLong("testCount")).isEqualTo(1);
        assertThat(totals.getLong("paidKrw")).isEqualTo(22_000);
    }

    @Test
    void theTimeOfRecordingIsTheSendersWhateverIsSentAgain() {
        Place place = Place.open();
        PaymentEvent payment = PaymentEvent.paid(place.location(), AT);
        Place.tell(payment, "ce_time", "2026-05-04T03:02:03.5Z");
        Place.untilPayment(payment);
        Place.tell(payment, "ce_time", "2026-05-09T00:00:00Z");
        place.pay();
        assertThat(place.one(payment).getString("transaction.recordedAt")).isEqualTo("2026-05-04T03:02:03.500Z");
        Place.tell(payment, "ce_time", "2026-05-04T03:02:02Z");
        Place.until(() -> place.one(payment).getString("transaction.recordedAt").equals("2026-05-04T03:02:02Z"));
    }

    @Test
    void whatNobodyCanReadIsSetAsideAndTheReportIsCompleteWithoutIt() {
        Place place = Place.open();
        PaymentEvent good = PaymentEvent.paid(place.location(), AT);
        String key = "poison-" + UUID.randomUUID();
        KafkaProbe.publish("payment.events", key, "coworkpay.payment.paid.v1", "{\"paymentId\":1}");
        KafkaProbe.publish(
                "payment.events", key, "somebody.payment.paid.v1", good.state().encode());
        KafkaProbe.publish(
                "payment.events",
                key,
                "coworkpay.payment.paid.v1",
                good.state().copy().put("supplyKrw", 1).encode());
        place.pay(good);
        assertThat(KafkaProbe.awaitEvents("reporting-service.dlq", e -> key.equals(e.key()), 3).stream()
                        .map(ProjectionTest::reason))
                .containsExactlyInAnyOrder(
                        "version is not a whole number", "unknown type", "totalKrw is not the sum of its parts");
        // Nothing follows the dead letters in their partition, and yet the position passes them.
        Place.until(() -> place.get("transactions").getLong("completeness.eventsBehind") == 0);
    }

    @Test
    void aTypeThatIsAddedIsAStateLikeTheOthersAndAnotherVersionIsPassedOver() {
        Place place = Place.open();
        PaymentEvent payment = place.pay();
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
        Place.until(
                () -> place.one(payment).getString("transaction.description").equals("resolved"));
        assertThat(KafkaProbe.eventsOf("reporting-service.dlq"))
                .noneMatch(e -> payment.id().equals(e.key()));
    }

    @Test
    void whatASenderTakesBackIsInNoReportAndSilenceAfterATransactionIsNoGap() {
        Place place = Place.open();
        PaymentEvent payment = PaymentEvent.paid(place.location(), AT);
        JsonObject takenBack = payment.state().copy().put("version", 90).put("description", "taken back");
        KafkaProbe.publishInTransaction(
                "payment.events", payment.id(), payment.type(), payment.state().encode());
        KafkaProbe.publishAndAbort("payment.events", payment.id(), payment.type(), takenBack.encode());
        Place.untilPayment(payment);
        Instant after = Instant.now();
        Place.until(() -> place.get("transactions").getLong("completeness.eventsBehind") == 0
                && Instant.parse(place.get("transactions").getString("completeness.completeUpTo"))
                        .isAfter(after));
        assertThat(place.one(payment).getString("transaction.description"))
                .isEqualTo(payment.state().getString("description"));
    }

    @Test
    void anAnswerSaysUpToWhichMomentItIsComplete() {
        Place place = Place.open();
        Instant before = Instant.now();
        place.pay();
        Place.until(() -> Instant.parse(place.get("transactions").getString("completeness.completeUpTo"))
                .isAfter(before));
        assertThat(place.get("transactions/totals").getString("completeness.completeUpTo"))
                .isNotNull();
        assertThat(place.get("transactions").getInt("completeness.generation")).isPositive();
    }

    private static String reason(ReceivedEvent letter) {
        return String.valueOf(letter.header("dead-letter-reason"));
    }
}
