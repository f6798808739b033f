package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The database enforces each rule by itself, without the code.
@PaymentServiceTest
class DatabaseRulesTest {

    private static void refused(String rule, ThrowingCallable change) {
        assertThatThrownBy(change)
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .hasMessageContaining(rule);
    }

    private static final String CLAIM =
            "status = 'APPROVING', version = version + 1, pg_token = 'x', approve_claimed_at = now(), approve_sent_at = now()";

    @Test
    void oneSlotPerPayable() {
        TestShop shop = TestShop.open();
        PendingPayment first = shop.begin("b");
        Db.move(first.id(), CLAIM);
        UUID other = UUID.randomUUID();
        Db.update("""
                insert into payment select (jsonb_populate_record(null::payment, to_jsonb(p) || jsonb_build_object(
                  'id', ?::text, 'status', 'WAITING', 'tid', 'T' || ?::text, 'idempotency_key', ?::text, 'approve_sent_at', null))).*
                  from payment p where id = ?
                """, other.toString(), other.toString(), other.toString(), UUID.fromString(first.id()));
        refused("payment_slot", () -> Db.move(other.toString(), CLAIM));
        Db.move(first.id(), "status = 'PAID', version = version + 1, pg_token = null, approved_at = now()");
        refused("payment_slot", () -> Db.move(other.toString(), CLAIM));
        Db.move(first.id(), "refunded_krw = total_krw");
        Db.move(other.toString(), CLAIM);
    }

    @Test
    void approveIsRepeatableInQuietWhileTheTidLivesAndForWhatIsNotCanceled() {
        TestShop shop = TestShop.open();
        PendingPayment payment = shop.begin("r");
        assertThat(isRepeatable(payment)).as("waiting").isFalse();
        Db.move(payment.id(), CLAIM);
        assertThat(isRepeatable(payment)).as("just sent").isFalse();
        Db.move(payment.id(), "approve_sent_at = now() - interval '30 seconds'");
        assertThat(isRepeatable(payment)).isTrue();
        Db.move(payment.id(), "status = 'UNKNOWN', version = version + 1, pg_token = null");
        assertThat(isRepeatable(payment)).as("without a token").isFalse();
        Db.move(payment.id(), "pg_token = 'x', initiated_at = now() - interval '960 seconds'");
        assertThat(isRepeatable(payment)).as("of a dead TID").isFalse();
        Db.move(payment.id(), "initiated_at = now() - interval '950 seconds'");
        assertThat(isRepeatable(payment)).isTrue();
        Db.update(
                "insert into cancellation values (?, 'BOOKING', 'r', 'c', 'digest', false, now(), now())",
                shop.location());
        assertThat(isRepeatable(payment)).as("of a canceled booking").isFalse();
    }

    private static boolean isRepeatable(PendingPayment payment) {
        return Db.text("select payment_approve_repeatable(p, 30, 960) from payment p where id = ?::uuid", payment.id())
                .equals("t");
    }

    @Test
    void noIllegalTransitionAndNoneWithoutAVersion() {
        PendingPayment payment = TestShop.open().begin();
        refused(
                "illegal transition",
                () -> Db.move(
                        payment.id(),
                        "status = 'PAID', version = version + 1, approved_at = now(),"
                                + " approve_claimed_at = now(), approve_sent_at = now()"));
        refused(
                "illegal transition",
                () -> Db.move(payment.id(), "status = 'CANCELED', canceled_at = now(), reason = 'X'"));
        Db.move(payment.id(), "status = 'CANCELED', version = version + 1, canceled_at = now(), reason = 'EXPIRED'");
        refused("illegal transition", () -> Db.move(payment.id(), "status = 'WAITING', version = version + 1"));
    }

    /// Through a connection that has written no event.
    private static int changeWithoutEvent(PendingPayment payment, String change) {
        return Db.update("update payment set " + change + " where id = ?", UUID.fromString(payment.id()));
    }

    @Test
    void whatAnEventTellsNeverChangesWithoutOne() {
        PendingPayment payment = TestShop.open().begin();
        String cancel = "status = 'CANCELED', version = version + 1, canceled_at = now(), reason = 'EXPIRED'";
        refused("without an event", () -> changeWithoutEvent(payment, cancel));
        refused(
                "without an event",
                () -> changeWithoutEvent(
                        payment, "version = version + 1, total_krw = total_krw + 1, supply_krw = supply_krw + 1"));

        changeWithoutEvent(payment, CLAIM);
        changeWithoutEvent(payment, "status = 'UNKNOWN', version = version + 1, next_check_at = now()");
        refused("without an event", () -> changeWithoutEvent(payment, cancel + ", pg_token = null"));
        Db.move(payment.id(), cancel + ", pg_token = null");
    }

    @Test
    void amountsAddUpAndRefundsNeverExceedThem() {
        PendingPayment payment = TestShop.open().begin();
        refused("payment_parts", () -> Db.move(payment.id(), "vat_krw = vat_krw + 1"));
        refused("payment_refunds", () -> Db.move(payment.id(), "refunded_krw = total_krw + 1"));
        refused("payment_overpaid", () -> Db.move(payment.id(), "overpaid_krw = 1"));
    }

    @Test
    void noLimboNoTokenAfterTheEndNoApprovalWithoutItsIntention() {
        PendingPayment payment = TestShop.open().begin();
        refused("payment_has_next_check", () -> Db.move(payment.id(), "next_check_at = null"));
        refused(
                "payment_intention",
                () -> Db.move(payment.id(), "status = 'APPROVING', version = version + 1, pg_token = 'x'"));
        refused(
                "payment_approving_token",
                () -> Db.move(payment.id(), CLAIM.replace("pg_token = 'x'", "pg_token = null")));
        refused(
                "payment_token_erased",
                () -> Db.move(
                        payment.id(),
                        "status = 'CANCELED', version = version + 1, canceled_at = now(), reason = 'X', pg_token = 'x'"));
        refused("payment_waiting_is_safe", () -> Db.move(payment.id(), "approve_sent_at = now()"));
    }

    @Test
    void oneTidOnce() {
        TestShop shop = TestShop.open();
        PendingPayment one = shop.begin();
        PendingPayment other = shop.begin();
        String tid = Db.text("select tid from payment where id = ?", UUID.fromString(one.id()));
        refused(
                "payment_tid",
                () -> Db.update("update payment set tid = ? where id = ?", tid, UUID.fromString(other.id())));
    }
}
