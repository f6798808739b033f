package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rules that hold whatever the code does: asked of the database itself.
@RefundServiceTest
class DatabaseRulesTest {

    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    @Test
    void theTriggerHasTheTransitionsOfTheSealedStates() {
        String trigger = Db.text("select prosrc from pg_proc where proname = 'refund_check_transition'");
        Map<RefundStatus, Set<RefundStatus>> stored = new EnumMap<>(RefundStatus.class);
        Matcher pairs = PAIR.matcher(trigger);
        while (pairs.find()) {
            stored.computeIfAbsent(RefundStatus.valueOf(pairs.group(1)), _ -> EnumSet.noneOf(RefundStatus.class))
                    .add(RefundStatus.valueOf(pairs.group(2)));
        }
        Map<RefundStatus, Set<RefundStatus>> legal = new EnumMap<>(LegalTransitions.all());
        legal.values().removeIf(Set::isEmpty);
        assertThat(stored).isEqualTo(legal);
    }

    @Test
    void refundedAndReservedNeverExceedPaid() {
        TestPayment paid = TestLocation.open().pay();
        assertThatThrownBy(() -> ledger(paid, "reserved_krw = 22001")).hasStackTraceContaining("ledger_");
        assertThatThrownBy(() -> ledger(paid, "refunded_krw = 11000, reserved_krw = 11001"))
                .hasStackTraceContaining("ledger_");
        assertThatThrownBy(() -> ledger(paid, "reserved_krw = 22000, reserved_vat_krw = 2001"))
                .hasStackTraceContaining("ledger_vat");
        assertThatThrownBy(() -> ledger(paid, "reserved_krw = 1, reserved_tax_free_krw = 1"))
                .hasStackTraceContaining("ledger_tax_free");
        assertThatThrownBy(() -> ledger(paid, "reserved_krw = 22000")).hasStackTraceContaining("ledger_supply");
    }

    @Test
    void oneRefundOfAPaymentIsUnsettledAtATime() {
        TestPayment paid = TestLocation.open().pay();
        insert(paid, "UNKNOWN", "a");
        for (String unsettled : new String[] {"IN_FLIGHT", "UNKNOWN"}) {
            assertThatThrownBy(() -> insert(paid, unsettled, "b")).hasStackTraceContaining("refund_one_in_flight");
        }
        insert(paid, "REQUESTED", "c");
    }

    @Test
    void oneRefundOfAPaymentIsAutomaticUnlessItSurelyMovedNothing() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:00:00Z")));
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        for (String origin : new String[] {"CANCELLATION", "OVERPAYMENT"}) {
            assertThatThrownBy(() -> Db.told(
                            paid.id(),
                            "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw,"
                                    + " decision_id, reason, next_check_at) select gen_random_uuid(), payment_id, location_id, 1, 'REQUESTED', ?,"
                                    + " 1, 0, 0, id, 'IN_TIME', now() + interval '1 day' from decision where payment_id = ?::uuid",
                            origin,
                            paid.id()))
                    .hasStackTraceContaining("refund_one_automatic");
        }
        TestPayment failed = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(failed.tid()));
        place.cancel(place.cancellation(failed, Instant.parse("2030-01-09T00:00:00Z")));
        String first = TestLocation.refundId(failed);
        TestLocation.untilRefund(first, "FAILED");
        assertThatThrownBy(() -> automatic(failed)).hasStackTraceContaining("refund_one_automatic");
        Db.move(first, "failure_confirmed_at = now(), next_check_at = null");
        automatic(failed);
    }

    private static void automatic(TestPayment paid) {
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw,"
                        + " decision_id, reason, next_check_at) select gen_random_uuid(), payment_id, location_id, 1, 'REQUESTED', 'CANCELLATION',"
                        + " 1, 0, 0, id, 'IN_TIME', now() + interval '1 day' from decision where payment_id = ?::uuid",
                paid.id());
    }

    @Test
    void aDecisionHasAnEditionExactlyWhereItHasACancellation() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        assertThatThrownBy(() -> decide(place, paid, "null, 1")).hasStackTraceContaining("decision_edition");
        assertThatThrownBy(() -> decide(place, paid, "'c', null")).hasStackTraceContaining("decision_edition");
        decide(place, paid, "'c', 1");
        assertThatThrownBy(() -> decide(place, paid, "'c', 1")).hasStackTraceContaining("decision_once");
        decide(place, paid, "'c', 2");
        decide(place, paid, "null, null");
        assertThatThrownBy(() -> decide(place, paid, "null, null")).hasStackTraceContaining("decision_once");
    }

    private static void decide(TestLocation place, TestPayment paid, String cancellationAndEdition) {
        Db.told(
                paid.id(),
                "insert into decision (id, payment_id, location_id, cancellation_id, edition, outcome, reason, amount_krw,"
                        + " evidence, explanation_ko, explanation_en) values (uuidv7(), ?::uuid, ?, "
                        + cancellationAndEdition
                        + ", 'DECLINED', 'NO_POLICY', 0, '{}', '-', '-')",
                paid.id(),
                place.location());
    }

    @Test
    void nothingIsInFlightWithoutItsStoredIntention() {
        TestPayment paid = TestLocation.open().pay();
        insert(paid, "REQUESTED", "a");
        assertThatThrownBy(() -> Db.update(
                        "update refund set status = 'IN_FLIGHT', version = 2 where payment_id = ?::uuid", paid.id()))
                .hasStackTraceContaining("refund_intention");
        assertThatThrownBy(() -> Db.update(
                        "update refund set status = 'SUCCEEDED', version = 2, canceled_at = now() where payment_id = ?::uuid",
                        paid.id()))
                .hasStackTraceContaining("illegal transition of refund");
    }

    @Test
    void aCancelOfKakaoPayStandsForOneRefundOfItsPayment() {
        TestPayment paid = TestLocation.open().pay();
        outside(paid, "A1", "A2", "A3");
        assertThatThrownBy(() -> outside(paid, "A1")).hasStackTraceContaining("refund_aid");
        assertThatThrownBy(() -> outside(paid, "A3")).hasStackTraceContaining("another refund");
        assertThatThrownBy(() -> outside(paid, "A4", "A1")).hasStackTraceContaining("another refund");
        assertThatThrownBy(() -> outside(paid, "A4", "A2")).hasStackTraceContaining("another refund");
        assertThatThrownBy(() -> outside(paid, "A4", "A4")).hasStackTraceContaining("another refund");
        outside(paid, "A4", "A5");
        outside(TestLocation.open().pay(), "A1", "A2");
    }

    private static void outside(TestPayment paid, String aid, String... more) {
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason, aid,"
                        + " more_aids, canceled_at, finished_at) values (uuidv7(), ?::uuid, (select location_id from paid_payment where payment_id = ?::uuid), 1, 'SUCCEEDED', 'OUTSIDE', 1, 0, 0,"
                        + " 'REFUNDED_OUTSIDE', ?, coalesce(string_to_array(nullif(?, ''), ','), '{}'), now(), now())",
                paid.id(),
                paid.id(),
                aid,
                String.join(",", more));
    }

    @Test
    void aRefundIsOfItsPaymentsLocation() {
        TestPayment paid = TestLocation.open().pay();
        String other = TestLocation.open().location();
        assertThatThrownBy(() -> Db.told(
                        paid.id(),
                        "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw,"
                                + " tax_free_krw, reason, aid, canceled_at, finished_at) values (uuidv7(), ?::uuid, ?, 1,"
                                + " 'SUCCEEDED', 'OUTSIDE', 1, 0, 0, 'REFUNDED_OUTSIDE', 'A1', now(), now())",
                        paid.id(),
                        other))
                .hasStackTraceContaining("of another location than its payment");
    }

    /// What an event tells does not change without one of the new version.
    @Test
    void nothingThatAnEventTellsChangesWithoutIt() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        insert(paid, "REQUESTED", "a");
        String refund = TestLocation.refundId(paid);
        for (String change : new String[] {
            "reserved_krw = reserved_krw + 1, version = version + 1",
            "version = version + 1",
            "refunded_elsewhere_krw = 1",
        }) {
            assertThatThrownBy(() -> ledger(paid, change)).hasStackTraceContaining("changes without an event");
        }
        for (String change : new String[] {
            "amount_krw = 2",
            "status = 'FAILED', version = version + 1, failure = 'GIVEN_UP', finished_at = now()",
            "manual_review_since = now(), manual_review_reason = 'NOT_SENT_TOO_LONG'",
            "aid = 'A'",
        }) {
            assertThatThrownBy(() -> Db.move(refund, change)).hasStackTraceContaining("changes without an event");
        }
        assertThatThrownBy(() -> Db.update(
                        "insert into decision (id, payment_id, location_id, outcome, reason, amount_krw, evidence,"
                                + " explanation_ko, explanation_en) values (uuidv7(), ?::uuid, ?, 'DECLINED', 'NO_POLICY', 0,"
                                + " '{}', '-', '-')",
                        paid.id(),
                        place.location()))
                .hasStackTraceContaining("changes without an event");
        // An event of another version is none.
        assertThatThrownBy(() -> Db.told(
                        paid.id(),
                        "update paid_payment set version = version + 1 where payment_id = ?::uuid",
                        paid.id()))
                .hasStackTraceContaining("changes without an event");
    }

    /// Claims, leases and the steps between them tell nothing.
    @Test
    void whatIsNotToldNeedsNoEvent() {
        TestPayment paid = TestLocation.open().pay();
        insert(paid, "REQUESTED", "a");
        String refund = TestLocation.refundId(paid);
        String claim = "status = 'IN_FLIGHT', version = version + 1, cancel_attempts = 1, sent_at = now(),"
                + " available_krw = 22000, unsettled_since = now()";
        String again =
                "status = 'REQUESTED', version = version + 1, cancel_attempts = 0, sent_at = null, available_krw = null";
        Db.move(refund, claim);
        Db.move(refund, again);
        Db.move(refund, claim);
        Db.move(refund, "status = 'UNKNOWN', version = version + 1");
        Db.move(refund, claim.replace("cancel_attempts = 1", "cancel_attempts = 2"));
        Db.move(refund, "status = 'UNKNOWN', version = version + 1");
        Db.move(refund, "next_check_at = now() + interval '1 day', last_answer = 'TIMEOUT', check_attempts = 3");
        Db.move(refund, again);
        Db.moveTold(
                refund,
                "status = 'FAILED', version = version + 1, failure = 'REFUSED', finished_at = now(),"
                        + " manual_review_since = now(), manual_review_reason = 'BALANCE_DIFFERS'");
        Db.moveTold(refund, "failure_confirmed_at = now(), manual_review_since = null, manual_review_reason = null");
    }

    private static void ledger(TestPayment paid, String change) {
        Db.update("update paid_payment set " + change + " where payment_id = ?::uuid", paid.id());
    }

    /// Due tomorrow, so that no worker takes it.
    private static void insert(TestPayment paid, String status, String key) {
        boolean sent = !status.equals("REQUESTED");
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason,"
                        + " requested_by, caller, idempotency_key, request_hash, next_check_at, cancel_attempts, sent_at, available_krw,"
                        + " unsettled_since) values (?, ?::uuid, (select location_id from paid_payment where payment_id = ?::uuid), 1, ?, 'ADMINISTRATOR', 1, 0, 0, 'OTHER', 'x', 'x', ?,"
                        + " '\\x00', now() + interval '1 day', "
                        + (sent ? "1, now(), 22000, now())" : "0, null, null, null)"),
                UUID.randomUUID(),
                paid.id(),
                paid.id(),
                status,
                paid.id() + key);
    }
}
