package com.coworkpay.refund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundReason;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.refund.NewRefund;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Many changes of one ledger at once: each is published, on a version of its own, and none is lost.
@RefundServiceTest
class ManyChangesTest {

    private static final int NEW = 40;
    private static final int ENDED = 30;
    private static final int ESCALATED = 30;

    @Inject
    LedgerStore ledgers;

    @Inject
    MeterRegistry meters;

    @Test
    void aHundredAtOnceAreAHundredVersions() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        requested(paid, ENDED + ESCALATED);
        // Its cancel is sent in the midst of them: KakaoPay's answer is not lost.
        String sent = request(place, paid);
        ReadLedger read = read(paid);
        List<Refund> open = read.ledger().refunds().stream()
                .filter(refund -> !refund.id().toString().equals(sent))
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Requested requested = new Requested(open.get(i));
            changes.add(
                    i < ENDED
                            ? Change.of(requested, (refund, at) -> refund.end(Failure.GIVEN_UP, true, at))
                            : Change.of(
                                    requested, (refund, at) -> refund.escalate(ReviewReason.NOT_SENT_TOO_LONG, at)));
        }
        for (int i = 0; i < NEW; i++) {
            changes.add(request(paid, "new-" + i));
        }
        double before = conflicts();
        List<Optional<Ledger>> done = Uni.join()
                .all(changes.stream().map(change -> made(read, change)).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofMinutes(1));

        assertThat(done).hasSize(100).allMatch(Optional::isPresent);
        assertThat(conflicts()).isGreaterThan(before);
        TestLocation.untilRefund(sent, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(1000L);
        assertThat(missing(paid)).isZero();
        assertThat(TestLocation.ledger(paid)).isEqualTo("1000 " + (ESCALATED + NEW));
        assertThat(differences(paid)).isZero();
    }

    /// As a worker that comes again does.
    private Uni<Optional<Ledger>> made(ReadLedger read, Change change) {
        return ledgers.change(read, change)
                .onFailure(LedgerContendedException.class)
                .retry()
                .atMost(5);
    }

    private static Change request(TestPayment paid, String key) {
        UUID payment = UUID.fromString(paid.id());
        NewRefund newRefund = new NewRefund(
                "-",
                payment,
                1L,
                1,
                RefundReason.OTHER,
                null,
                new Actor("minji", "-", Optional.empty()),
                paid.id() + key);
        return (before, at) -> before.request(newRefund.refund(
                UUID.randomUUID(),
                TaxApportionment.of(before.amounts().left(), 1),
                null,
                at.plus(Duration.ofDays(1)),
                null));
    }

    /// Due tomorrow, so that no worker takes them.
    private static void requested(TestPayment paid, int count) {
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason,"
                        + " requested_by, caller, idempotency_key, request_hash, next_check_at) select gen_random_uuid(),"
                        + " ?::uuid, (select location_id from paid_payment where payment_id = ?::uuid), 1, 'REQUESTED', 'ADMINISTRATOR', 1, 0, 0, 'OTHER', 'x', 'x', ? || n, '\\x00',"
                        + " now() + interval '1 day' from generate_series(1, ?) n",
                paid.id(),
                paid.id(),
                paid.id(),
                count);
        Db.told(paid.id(), "update paid_payment set reserved_krw = ? where payment_id = ?::uuid", count, paid.id());
    }

    private static String request(TestLocation place, TestPayment paid) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "refund:create")
                        .sign())
                .header("Idempotency-Key", "k-" + paid.id())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("balanceKrw", 22000 - ENDED - ESCALATED)
                        .put("amountKrw", 1000)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
    }

    private ReadLedger read(TestPayment paid) {
        return ledgers.read(UUID.fromString(paid.id()))
                .await()
                .atMost(Duration.ofSeconds(10))
                .orElseThrow();
    }

    private double conflicts() {
        return meters.counter("coworkpay.refund.ledger.conflicts").count();
    }

    /// Versions without an event of their own.
    private static long missing(TestPayment paid) {
        return Db.number(
                "select p.version - count(distinct o.version) + count(*) - count(distinct o.version)"
                        + " from paid_payment p join outbox o on o.aggregateid = p.payment_id::text"
                        + " and o.topic = 'refund.events' where p.payment_id = ?::uuid group by p.version",
                paid.id());
    }

    /// Between the last event and the rows.
    private static long differences(TestPayment paid) {
        return Db.number("""
                select (select count(*) from refund r full join jsonb_to_recordset(o.payload -> 'refunds') as e("refundId" uuid,
                          status text, "amountKrw" bigint, failure text, "manualReviewReason" text, "manualReviewSince" timestamptz)
                          on e."refundId" = r.id
                         where r.payment_id = p.payment_id and (e.status, e."amountKrw", e.failure, e."manualReviewReason",
                                 e."manualReviewSince") is distinct from (r.status, r.amount_krw, r.failure,
                                 r.manual_review_reason, date_trunc('milliseconds', r.manual_review_since)))
                       + abs(p.reserved_krw - (o.payload ->> 'reservedKrw')::bigint)
                       + abs(p.refunded_krw - (o.payload ->> 'refundedKrw')::bigint)
                  from paid_payment p join outbox o on o.aggregateid = p.payment_id::text and o.topic = 'refund.events'
                   and o.version = p.version
                 where p.payment_id = ?::uuid""", paid.id());
    }
}
