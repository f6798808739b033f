package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Inquired;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Canceled;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Overpaid;
import com.coworkpay.payment.domain.PaymentState.Paid;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Ready;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.TestIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Payments through the real store: every legal change, in random order.
@PaymentServiceTest
class PaymentStoreTest {

    private static final int LIVES = 150;
    private static final int MAX_CHANGES = 12;

    @Inject
    PaymentStore payments;

    @Test
    void everyLegalChangeIsTheRowAndTheEvent() {
        TestShop shop = TestShop.open();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            UUID id = UUID.fromString(shop.begin().id());
            for (int change = 0; change < MAX_CHANGES; change++) {
                PaymentSnapshot before = find(id);
                Optional<Function<CheckTimes, PaymentState>> move = legal(before, random);
                if (move.isPresent()) {
                    Payment after = await(payments.write(before, move.get())).orElseThrow();
                    assertStored(after, before.payment(), seed);
                } else if (before.payment().status() == PaymentStatus.WAITING) {
                    claim(id);
                }
            }
        }
    }

    /// Its migration runs while this release still works, with the statements that its connections have prepared.
    @Test
    void aColumnOfALaterReleaseDisturbsNoPreparedStatement() {
        TestShop shop = TestShop.open();
        IntStream.range(0, 10).forEach(_ -> isPaid(shop));
        Db.update("alter table payment add column later text");
        try {
            IntStream.range(0, 10).forEach(_ -> isPaid(shop));
        } finally {
            Db.update("alter table payment drop column later");
        }
    }

    private static void isPaid(TestShop shop) {
        PendingPayment payment = shop.begin();
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .get("/v1/locations/{location}/payments/{id}", shop.location(), payment.id())
                .then()
                .statusCode(200);
    }

    private static void claim(UUID id) {
        Db.move(
                id.toString(),
                "status = 'APPROVING', version = version + 1, pg_token = '\\x01', approve_sent_at = now(),"
                        + " approve_claimed_at = coalesce(approve_claimed_at, now()), unsettled_since = now()");
    }

    /// Everything but the due time, which the database counts from its own clock.
    private void assertStored(Payment after, Payment before, long seed) {
        Payment stored = find(after.id()).payment();
        assertThat(stored.change().nextCheckAt(null).build())
                .as("seed %d, from %s", seed, before)
                .usingRecursiveComparison()
                .isEqualTo(after.change().nextCheckAt(null).build());
        Instant due = after.nextCheckAt();
        if (due == null) {
            assertThat(stored.nextCheckAt()).isNull();
        } else {
            assertThat(stored.nextCheckAt()).isBetween(due, due.plusSeconds(30));
        }
        if (after.version() == before.version()) {
            return;
        }
        boolean over = after.status().isOver() && after.status() != before.status();
        String event = Db.text(
                "select payload from outbox where topic = 'payment.events' and aggregateid = ? and version = ?",
                after.id().toString(),
                after.version());
        assertThat(event.equals("(none)")).as("seed %d", seed).isEqualTo(!over && !isNewlyInReview(before, after));
        if (over) {
            PaymentStateV1 state = PaymentStateV1.read(ContractSchema.read(event));
            assertThat(state.status()).isEqualTo(stored.status().publicStatus().name());
            assertThat(state.overpaidKrw()).isEqualTo(stored.overpaidKrw());
        }
    }

    private static boolean isNewlyInReview(Payment before, Payment after) {
        Instant since = after.manualReviewSince();
        return since != null && !since.equals(before.manualReviewSince());
    }

    private static Optional<Function<CheckTimes, PaymentState>> legal(PaymentSnapshot before, Random random) {
        ApprovalDetails approval = new ApprovalDetails(null, "CARD", "신한카드".repeat(40));
        Decline decline = new Decline(random.nextBoolean() ? "METHOD_REFUSED" : "LIMIT_EXCEEDED");
        Inquired inquired = new Inquired("CONTRADICTS", "answer", false, random.nextBoolean());
        List<Function<CheckTimes, PaymentState>> moves =
                switch (before.state()) {
                    case Created c -> List.of(t -> c.ready(ready(), "user", t), t -> c.decline(decline, t));
                    case Waiting w ->
                        List.of(
                                t -> w.checkLater(inquired, t),
                                w::checkNow,
                                t -> w.cancel(Reason.EXPIRED, t),
                                t -> w.lateApproval(approval, t));
                    case Approving a ->
                        List.of(
                                t -> a.approved(approval, t),
                                t -> a.hardDeclined(decline, t),
                                t -> a.tooManySoftDeclines(decline, t),
                                t -> before.payment().softDeclines() < 4
                                        ? a.softDeclined(random.nextBoolean(), t)
                                        : a.notSent(t),
                                a::notSent,
                                t -> a.outcomeUnknown(random.nextBoolean(), t),
                                t -> a.notPaid(Reason.NOT_PAID, t),
                                a::notApproved,
                                t -> a.checkLater(inquired, t));
                    case Unknown u ->
                        List.of(
                                t -> u.approved(approval, t),
                                t -> u.outcomeUnknown(random.nextBoolean(), t),
                                t -> u.notPaid(Reason.NOT_PAID, t),
                                u::notApproved,
                                t -> u.checkLater(inquired, t));
                    case Canceled c ->
                        List.of(
                                t -> c.lateApproval(approval, t),
                                t -> c.checkLater(inquired, t),
                                c::stopChecking,
                                c::confirmed);
                    case Failed f ->
                        List.of(
                                t -> f.lateApproval(approval, t),
                                t -> f.checkLater(inquired, t),
                                f::stopChecking,
                                f::confirmed);
                    case Paid _, Overpaid _ -> List.of();
                };
        // The claim, a statement of its own, is the missing one of those from waiting.
        int chosen = random.nextInt(before.payment().status() == PaymentStatus.WAITING ? 8 : Math.max(1, moves.size()));
        return chosen < moves.size() ? Optional.of(moves.get(chosen)) : Optional.empty();
    }

    private static Ready ready() {
        String tid = "T" + UUID.randomUUID().toString().substring(0, 19);
        return new Ready(tid, "https://pc", "https://mobile", "https://app", null, null);
    }

    @Test
    void ofManyChangesOnOneVersionOneIsWrittenWithItsEvent() {
        UUID id = UUID.fromString(TestShop.open().begin().id());
        PaymentSnapshot before = find(id);
        Waiting waiting = (Waiting) before.state();

        List<Optional<Payment>> written = await(Uni.join()
                .all(IntStream.range(0, 100)
                        .mapToObj(_ -> payments.write(before, t -> waiting.cancel(Reason.PAYER_ABORTED, t)))
                        .toList())
                .andFailFast());

        assertThat(written).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(Db.number(
                        "select count(*) from outbox where aggregateid = ? and topic = 'payment.events'"
                                + " and version > ?",
                        id.toString(),
                        before.payment().version()))
                .isEqualTo(1);
    }

    private PaymentSnapshot find(UUID id) {
        return await(payments.find(id)).orElseThrow();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
