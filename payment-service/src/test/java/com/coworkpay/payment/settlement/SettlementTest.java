package com.coworkpay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Unknown outcomes, dead processes, expiry.
@PaymentServiceTest
class SettlementTest {

    private final TestShop shop = TestShop.open();

    @Inject
    SettlementMetrics metrics;

    @Inject
    MeterRegistry meters;

    private PendingPayment unknown(Fault fault) {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(fault.forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        assertThat(Db.status(payment.id())).isEqualTo("UNKNOWN");
        return payment;
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "NO_ANSWER_AFTER",
                "STATUS_AFTER",
                "RESET_AFTER",
                "MALFORMED_BODY",
                "HUGE_BODY",
                "WRONG_AMOUNT",
                "WRONG_TID",
                "WRONG_ORDER_ID"
            })
    void anAnswerLostAfterTheEffectIsSettledByOneInquiry(FaultKind kind) {
        PendingPayment payment = unknown(Fault.of(Endpoint.APPROVE, kind));
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        assertThat(Db.text("select pg_token from payment where id = ?::uuid", payment.id()))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"WRONG_AMOUNT", "WRONG_TID", "WRONG_ORDER_ID", "MALFORMED_BODY"})
    void anAnswerThatDoesNotFitIsNeverTakenAsPaidAndIsShownToAPerson(FaultKind kind) {
        PendingPayment payment = unknown(Fault.of(Endpoint.APPROVE, kind));
        assertThat(Db.text("select manual_review_since is not null from payment where id = ?::uuid", payment.id()))
                .isEqualTo("t");
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key()) && "coworkpay.payment.unsettled.v1".equals(event.type()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-702, -783, -785})
    void codesThatMayHideASuccessAreInquired(int code) {
        PendingPayment payment = unknown(Fault.code(Endpoint.APPROVE, code).afterEffect());
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
    }

    @Test
    void anUnclearBankIsInquired() {
        PendingPayment payment =
                unknown(Fault.code(Endpoint.APPROVE, -780, "BANK_FIRM_UNKNOWN").afterEffect());
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"NO_ANSWER_BEFORE", "STATUS_BEFORE", "RESET_BEFORE"})
    void anApproveThatNeverTookEffectIsSentAgainAfterTheQuietTimeOnly(FaultKind kind) {
        PendingPayment payment = unknown(Fault.of(Endpoint.APPROVE, kind));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        Worker.quiet(payment.id());
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(2);
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aProcessThatDiedBeforeSendingIsMadeGood() {
        PendingPayment payment = claimedAndNeverSent();
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        Worker.quiet(payment.id());
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aProcessThatDiedBetweenEffectAndRecordIsMadeGood() {
        PendingPayment payment = shop.begin();
        TestShop.visit(shop.pay(payment));
        // The record never happened.
        backToApproving(payment);
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
    }

    @Test
    void aTidThatDiedUnpaidIsCanceledByAnInquiry() {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text("select reason from payment where id = ?::uuid", payment.id()))
                .isEqualTo("NOT_PAID");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
        assertThat(TestShop.statusAt(TestShop.visit(shopUrl(payment)))).isEqualTo("CANCELED");
    }

    @Test
    void ageAloneNeverDecidesAboutAClaimedPayment() {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofDays(2));
        shop.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forOrder(payment.id()));
        shop.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(Db.text("select manual_review_since is not null from payment where id = ?::uuid", payment.id()))
                .isEqualTo("t");
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key())
                        && "coworkpay.payment.unsettled.v1".equals(event.type())
                        && !event.data().path("unsettledSince").isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {-721, -723})
    void notFoundIsNoProof(int code) {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, code).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
    }

    @Test
    void aPayerWhoNeverComesBackExpires() {
        PendingPayment payment = shop.begin();
        assertThat(Worker.check(payment.id())).isEqualTo("WAITING");
        Worker.age(shop, payment.id(), Duration.ofMinutes(15).plusSeconds(1));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text("select reason from payment where id = ?::uuid", payment.id()))
                .isEqualTo("EXPIRED");
    }

    @Test
    void aPaymentThatWasNeverClaimedExpiresByTheClockThoughKakaoPayIsUnavailable() {
        PendingPayment payment = shop.begin();
        Worker.age(shop, payment.id(), Duration.ofMinutes(16));
        shop.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.RESET_BEFORE).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
    }

    @Test
    void moneyFoundOnACanceledPaymentIsOverpaid() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        TestShop.visit(returnUrl);
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
        // As if KakaoPay had said for sixteen minutes that it was not paid.
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(payment.id(), "status = 'CANCELED', version = version + 1, canceled_at = now(), reason = 'NOT_PAID'");
        Db.update("alter table payment enable trigger payment_transitions");
        assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
        assertThat(Db.number("select overpaid_krw from payment where id = ?::uuid", payment.id()))
                .isEqualTo(22000);
        var overpaid = KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key()) && "coworkpay.payment.overpaid.v1".equals(event.type()));
        assertThat(overpaid.data().path("status").asText()).isEqualTo("CANCELED");
        assertThat(overpaid.data().path("overpaidKrw").asLong()).isEqualTo(22000);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
    }

    @Test
    void aLateInquiryThatFindsNothingIsTheLast() {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text("select next_check_at is not null from payment where id = ?::uuid", payment.id()))
                .isEqualTo("t");
        // A check before its time does not replace the late one.
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text(
                        "select next_check_at - (canceled_at + interval '30 minutes') between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
        Db.move(payment.id(), "canceled_at = canceled_at - interval '31 minutes'");
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text("select next_check_at from payment where id = ?::uuid", payment.id()))
                .isEqualTo("null");
    }

    @Test
    void aLateInquiryThatContradictsNeedsManualReview() {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(manualReview()).isEqualTo(othersInReview(payment));
        shop.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(manualReview()).isEqualTo(othersInReview(payment) + 1);
        Db.move(payment.id(), "canceled_at = canceled_at - interval '31 minutes'");
        // The next check finds nothing paid, and checking stops.
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(manualReview()).isEqualTo(othersInReview(payment));
    }

    /// What other tests left, which a round may end in between.
    private static double othersInReview(PendingPayment payment) {
        return Db.number(
                "select count(*) from payment where manual_review_since is not null and id <> ?::uuid"
                        + " and (status in ('WAITING', 'APPROVING', 'UNKNOWN') or unsettled_since is not null)",
                payment.id());
    }

    private double manualReview() {
        return measured("coworkpay.payments.manual.review");
    }

    private double measured(String gauge) {
        metrics.measure().await().atMost(Duration.ofSeconds(10));
        return meters.get(gauge).gauge().value();
    }

    private static void earlierReviewsAreOld() {
        Db.update(
                "update payment set manual_review_since = manual_review_since - interval '1 hour' where manual_review_since is not null");
    }

    /// So old that no other test's is older, and in manual review by its check.
    private PendingPayment unsettledForWeeks() {
        PendingPayment payment = claimedAndNeverSent();
        Worker.age(shop, payment.id(), Duration.ofDays(30));
        shop.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        return payment;
    }

    @Test
    void anOldReviewDoesNotHideANewOne() {
        unsettledForWeeks();
        earlierReviewsAreOld();
        assertThat(measured("coworkpay.payments.manual.review.new")).isZero();
        assertThat(measured("coworkpay.payments.unsettled.oldest.seconds"))
                .isLessThan(Duration.ofDays(30).toSeconds());
        unsettledForWeeks();
        assertThat(measured("coworkpay.payments.manual.review.new")).isEqualTo(1);
        earlierReviewsAreOld();
        assertThat(measured("coworkpay.payments.manual.review.new")).isZero();
        assertThat(manualReview()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aContradictedEndIsPublishedThoughItWasInManualReviewBefore() {
        PendingPayment payment = unsettledForWeeks();
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        earlierReviewsAreOld();
        // The account was gone, and the inquiry succeeds late.
        Db.move(payment.id(), "canceled_at = canceled_at - interval '3 days'");
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT).times(3).forTid(tid(payment)));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(measured("coworkpay.payments.manual.review.new")).isEqualTo(1);
        assertThat(Db.number(
                        "select count(*) from outbox where type = 'coworkpay.payment.unsettled.v1' and aggregateid = ?",
                        payment.id()))
                .as("once unsettled, once contradicted")
                .isEqualTo(2);
        Db.move(payment.id(), "manual_review_since = manual_review_since - interval '25 hours'");
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(Db.text("select next_check_at from payment where id = ?::uuid", payment.id()))
                .isEqualTo("null");
    }

    @Test
    void anApprovalAnsweredAfterSettlementGaveItUpIsOverpaidNotLost() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        long held = shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        try (var other = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            var visit = other.submit(() -> TestShop.statusAt(TestShop.visit(returnUrl)));
            org.awaitility.Awaitility.await().until(() -> shop.kakaoPay().holding(held));
            Db.move(
                    payment.id(),
                    "status = 'CANCELED', version = version + 1, canceled_at = now(), reason = 'NOT_PAID', pg_token = null, next_check_at = now() + interval '1 hour'");
            shop.kakaoPay().release(held);
            assertThat(visit.get()).isEqualTo("CANCELED");
        }
        if (Db.status(payment.id()).equals("CANCELED")) {
            // The answer came after our time-out: the late inquiry finds the approval.
            assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
        }
        assertThat(Db.status(payment.id())).isEqualTo("OVERPAID");
    }

    @Test
    void twoWorkersAtOnceSettleEachPaymentOnce() throws Exception {
        var payments = java.util.stream.IntStream.range(0, 10)
                .mapToObj(_ -> claimedAndNeverSent())
                .toList();
        payments.forEach(payment -> {
            Worker.quiet(payment.id());
            Db.move(payment.id(), "next_check_at = now()");
        });
        Concurrently.times(4, () -> {
            Worker.round();
            return true;
        });
        for (PendingPayment payment : payments) {
            assertThat(Db.status(payment.id())).isEqualTo("PAID");
            assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
            assertThat(shop.approvals(payment.id())).isEqualTo(1);
        }
    }

    @Test
    void aLeaseExcludesASecondWorker() {
        PendingPayment payment = unknown(Fault.of(Endpoint.APPROVE, FaultKind.STATUS_AFTER));
        Db.move(payment.id(), "next_check_at = now() + interval '30 seconds'");
        Worker.round();
        assertThat(Db.status(payment.id())).isEqualTo("UNKNOWN");
    }

    private PendingPayment claimedAndNeverSent() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        returnUrls.put(payment.id(), returnUrl);
        // An account that nobody knows: the claim is stored, nothing is sent.
        Db.move(payment.id(), "merchant_account_id = 'acc-gone'");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        Db.move(
                payment.id(),
                "merchant_account_id = '" + shop.account() + "', status = 'APPROVING', version = version + 1,"
                        + " approve_sent_at = now(), unsettled_since = now()");
        return payment;
    }

    private final java.util.Map<String, String> returnUrls = new java.util.HashMap<>();

    private String shopUrl(PendingPayment payment) {
        return java.util.Objects.requireNonNull(returnUrls.get(payment.id()));
    }

    private void backToApproving(PendingPayment payment) {
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(
                payment.id(),
                "status = 'APPROVING', version = version - 1, approved_at = null, method = null,"
                        + " pg_token = 'gone with the process', next_check_at = now()");
        Db.update("alter table payment enable trigger payment_transitions");
    }

    private static String tid(PendingPayment payment) {
        return Db.text("select tid from payment where id = ?", UUID.fromString(payment.id()));
    }
}
