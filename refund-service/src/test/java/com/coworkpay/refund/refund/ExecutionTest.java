package com.coworkpay.refund.refund;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.accounts.CredentialSource;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.settlement.SettlementWorker;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.IntegrationStub;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A refund at a KakaoPay that loses, refuses and contradicts: one effect at most, and never a guess.
@RefundServiceTest
class ExecutionTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    SettlementWorker settlement;

    @Inject
    CredentialSource credentials;

    @Inject
    CancelClaimStore claims;

    @Inject
    LedgerStore ledgers;

    /// Whoever asks for it: the database's clock has the last word.
    @Test
    void aRepeatIsNotClaimedBeforeItsTime() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        assertThat(repeat(paid, refund)).isFalse();
        Db.move(refund, "sent_at = now() - interval '31 seconds', repeat_not_before = now() + interval '10 minutes'");
        assertThat(repeat(paid, refund)).as("a bank's deal is open").isFalse();
        Db.move(refund, "repeat_not_before = now()");
        assertThat(repeat(paid, refund)).isTrue();
    }

    private boolean repeat(TestPayment paid, String refund) {
        return ledgers.read(UUID.fromString(paid.id()))
                .chain(read -> claims.repeat(read.orElseThrow()
                        .ledger()
                        .refund(UUID.fromString(refund))
                        .orElseThrow()))
                .await()
                .atMost(Duration.ofSeconds(20))
                .isPresent();
    }

    @Test
    void aCancelWhoseAnswerIsLostIsFoundByItsPayload() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER));
        TestLocation.untilRefund(refund, "UNKNOWN");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 22000");

        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(TestLocation.notice(paid, "refunded")
                        .data()
                        .path("amountKrw")
                        .asLong())
                .isEqualTo(22000);
    }

    @Test
    void aCancelWhoseRequestIsLostIsSentAgainOnlyAfterTheQuietTimeAndWithTheSameBalance() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        TestLocation.untilRefund(refund, "UNKNOWN");

        // After many inquiries the pause would be longer than the quiet time: it ends with it.
        Db.move(refund, "check_attempts = 6");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("UNKNOWN");
        assertThat(cancelAttempts(place, paid)).isEqualTo(1);
        assertThat(Db.number(
                        "select count(*) from refund where id = ?::uuid and next_check_at <= sent_at + interval '30 seconds'",
                        refund))
                .isEqualTo(1);

        Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(cancelAttempts(place, paid)).isEqualTo(2);
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// The first attempt takes effect between the inquiry and the repeat: KakaoPay's compare-and-set declines the
    /// repeat.
    @Test
    void aLateEffectOfTheFirstSendAndARepeatAreStillOneEffect() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(
                place, paid, Fault.of(Endpoint.CANCEL, FaultKind.LATE_EFFECT).delay(Duration.ofSeconds(3)));
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
        settle(refund);
        TestLocation.until(() -> !place.cancels(paid).isEmpty());
        if (!Db.status(refund).equals("SUCCEEDED")) {
            settle(refund);
        }
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        TestLocation.until(() -> place.kakaoPay().calls(paid.id()).stream()
                .noneMatch(call -> call.outcome().equals("IN_PROGRESS")));
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void aProcessThatDiedInTheCallLeavesARowThatSettlementUnderstands() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        long held = place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER).forTid(paid.tid()));
        assertThat(held).isPositive();
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        // As if the process had died before it stored the unknown outcome.
        Db.update("alter table refund disable trigger refund_transitions");
        Db.move(refund, "status = 'IN_FLIGHT'");
        Db.update("alter table refund enable trigger refund_transitions");

        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// Killed between the claim's commit and the call.
    @Test
    void aProcessThatDiedBeforeTheCallLeavesARefundThatIsSentOnce() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = notSent(place, paid);
        Db.move(
                refund,
                "status = 'IN_FLIGHT', version = version + 1, cancel_attempts = 1, sent_at = now() - interval '31 seconds',"
                        + " available_krw = 22000, unsettled_since = now(), next_check_at = now() + interval '1 hour'");
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// Killed between the commit and the event's way to Kafka: it goes out later, as the same event.
    @Test
    void anEventThatDidNotGetOutGoesOutLater() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, IN_TIME));
        String id = TestLocation.event(paid, "succeeded").id();
        TestLocation.notice(paid, "refunded");
        assertThat(Db.update(
                        "update outbox set published_at = null where aggregateid = ? and type like '%succeeded.v1'"
                                + " and published_at is not null",
                        paid.id()))
                .isEqualTo(1);
        assertThat(KafkaProbe.awaitEvents(
                        "refund.events",
                        e -> paid.id().equals(e.key()) && "coworkpay.refund.succeeded.v1".equals(e.type()),
                        2))
                .allMatch(event -> Objects.equals(event.id(), id));
    }

    /// The pauses double with each attempt: `check_attempts` counts them.
    @Test
    void whatCannotBeSentIsTriedLessAndLessOften() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = notSent(place, paid);
        for (int tries = 2; tries <= 4; tries++) {
            long expected = tries;
            Db.move(refund, "next_check_at = now()");
            TestLocation.until(
                    () -> Db.number("select check_attempts from refund where id = ?::uuid", refund) == expected);
        }
        assertThat(cancelAttempts(place, paid)).isZero();
    }

    @Test
    void aPlainRefusalFailsAndFreesTheAmount() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().byCard());
        String refund = cancelWith(place, paid, Fault.code(Endpoint.CANCEL, -781, "6019"));
        TestLocation.untilRefund(refund, "FAILED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("reason")
                        .asText())
                .isEqualTo("CANCEL_PERIOD_OVER");
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("explanation")
                        .path("en")
                        .asText())
                .contains("another way");
        Response shown = read(place, "payments/" + paid.id() + "/refunds/" + refund);
        assertThat(shown.<String>path("explanation.ko")).contains("취소할 수 있는 기간이 지났습니다");
        assertThat(shown.<String>path("lastAnswer")).contains("-781");
        assertThat(TestLocation.event(paid, "failed").data().path("balanceKrw").asLong())
                .isEqualTo(22000);
    }

    /// "Already cancelled" may be the echo of a success: an order inquiry follows, it never simply fails.
    @Test
    void aDeclineThatMayBeAnEchoIsInquiredAbout() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(
                place, paid, Fault.code(Endpoint.CANCEL, -784, "2003").afterEffect());
        TestLocation.untilRefund(refund, "UNKNOWN");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void aDeclinedRepeatIsInquiredAboutAndFailsOnlyWhenOrderShowsTheMoneyIsThere() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = cancelWith(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.RESET_BEFORE));
        TestLocation.untilRefund(refund, "UNKNOWN");
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("UNKNOWN");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 22000");

        Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("FAILED");
        assertThat(Db.text("select failure from refund where id = ?::uuid", refund))
                .isEqualTo("CANCEL_PERIOD_OVER");
        assertThat(place.cancels(paid)).isEmpty();
    }

    @Test
    void whatWasNotSentGoesOnLaterByItself() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        IntegrationStub.forget(place.account());
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.until(() -> Db.text("select last_answer from refund where id = ?::uuid", refund)
                .startsWith("NOT_SENT"));
        assertThat(Db.status(refund)).isEqualTo("REQUESTED");
        assertThat(cancelAttempts(place, paid)).isZero();

        Db.move(refund, "requested_at = requested_at - interval '31 minutes'");
        settlement.escalateStalled().await().atMost(Duration.ofSeconds(10));
        assertThat(TestLocation.event(paid, "manual_review")
                        .data()
                        .path("refunds")
                        .get(0)
                        .path("status")
                        .asText())
                .isEqualTo("REQUESTED");

        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        Db.move(refund, "next_check_at = now()");
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// KakaoPay kills an old key the moment a new one is issued.
    @Test
    void aRotatedKeyIsFetchedAndTheCallGoesOn() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", "OLDKEY", 1);
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.until(() -> Db.text("select last_answer from refund where id = ?::uuid", refund)
                .contains("WRONG_KEY"));
        // Reported to integration-service at once, and only once, however often it is refused.
        String status = "{\"credentialVersion\":1,\"result\":\"WRONG_KEY\"}";
        TestLocation.until(
                () -> IntegrationStub.credentialStatuses(place.account()).equals(status));
        Db.move(refund, "last_answer = 'asked again', next_check_at = now()");
        TestLocation.until(() -> Db.text("select last_answer from refund where id = ?::uuid", refund)
                .contains("WRONG_KEY"));
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 2);
        Db.move(refund, "next_check_at = now()");
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(IntegrationStub.credentialStatuses(place.account())).isEqualTo(status);
    }

    /// A new key changes the location: the pauses end.
    @Test
    void aChangeOfTheAccountEndsThePause() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = notSent(place, paid);
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        place.publish(true, "Asia/Seoul");
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// A record that holds nothing must not end the channel by which keys are dropped.
    @Test
    void anEmptyRecordDoesNotKeepARotatedKeyInMemory() {
        TestLocation place = TestLocation.open();
        credentials.of(place.account()).await().atMost(Duration.ofSeconds(10));
        KafkaProbe.publishRaw("integration.events", place.location(), null);
        place.publish(true, "Asia/Seoul");
        TestLocation.until(() -> {
            int asked = IntegrationStub.asked();
            credentials.of(place.account()).await().atMost(Duration.ofSeconds(10));
            return IntegrationStub.asked() > asked;
        });
    }

    private static Response read(TestLocation place, String path) {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/" + place.location() + "/" + path);
    }

    private static String notSent(TestLocation place, TestPayment paid) {
        IntegrationStub.forget(place.account());
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.until(() -> Db.text("select last_answer from refund where id = ?::uuid", refund)
                .startsWith("NOT_SENT"));
        return refund;
    }

    private static String cancelWith(TestLocation place, TestPayment paid, Fault fault) {
        place.kakaoPay().fault(fault.forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        return TestLocation.refundId(paid);
    }

    private static long cancelAttempts(TestLocation place, TestPayment paid) {
        return place.kakaoPay().calls(paid.id()).stream()
                .filter(call -> call.endpoint() == Endpoint.CANCEL)
                .count();
    }

    /// One round of settlement, now.
    private void settle(String refund) {
        Db.move(refund, "next_check_at = now() - interval '1 second'");
        settlement.round().await().atMost(Duration.ofSeconds(20));
    }
}
