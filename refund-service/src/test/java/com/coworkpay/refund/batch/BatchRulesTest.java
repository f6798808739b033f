package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.confirm;
import static com.coworkpay.refund.batch.Batches.started;
import static com.coworkpay.refund.batch.Batches.status;
import static com.coworkpay.refund.batch.Batches.tickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
import com.coworkpay.refund.policy.domain.EarlierRefund;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database refuses, whatever the code does.
@RefundServiceTest
class BatchRulesTest {

    @Inject
    BatchWorker worker;

    private final TestLocation place = TestLocation.open();
    private final String eventId = "event-" + UUID.randomUUID();

    /// Of a batch without payments, and without the triggers' other rules.
    @Test
    void itMovesAsTheCodeDoes() {
        for (BatchStatus from : BatchStatus.values()) {
            for (BatchStatus to : BatchStatus.values()) {
                if (from != to) {
                    String id = inStatus(from);
                    String change = change(to) + " where id = '" + id + "'";
                    if (from.mayBecome(to)) {
                        Db.update(change);
                        assertThat(status(place, id)).as(from + " to " + to).isEqualTo(to.name());
                    } else {
                        assertThatThrownBy(() -> Db.update(change))
                                .as(from + " to " + to)
                                .hasStackTraceContaining("illegal transition of refund batch");
                    }
                }
            }
        }
        Db.update("delete from refund_batch where location_id = ?", place.location());
    }

    private String inStatus(BatchStatus status) {
        String id = UUID.randomUUID().toString();
        boolean waits = List.of(BatchStatus.COUNTING, BatchStatus.DRY_RUN, BatchStatus.AWAITING_APPROVAL)
                .contains(status);
        Db.update(
                "insert into refund_batch (id, location_id, version, kind, event_id, source, confirmed_by_booking_system,"
                        + " idempotency_key, request_hash, requested_by, requested_at, status, counted_at, candidates,"
                        + " payments, total_krw, approval, expires_at, finished_at)"
                        + " values (?::uuid, ?, 1, 'EVENT', ?, 'PERSON', false, ?, '', 'minji', now(), ?, now(), 0, 0, 0, ?::jsonb,"
                        + (waits ? " now() + interval '7 days'," : " null,")
                        + (status.isOver() ? " now())" : " null)"),
                id,
                place.location(),
                id,
                id,
                status.name(),
                "{\"needed\": 0, \"answers\": []}");
        return id;
    }

    private static String change(BatchStatus to) {
        boolean waits = List.of(BatchStatus.COUNTING, BatchStatus.DRY_RUN, BatchStatus.AWAITING_APPROVAL)
                .contains(to);
        return "update refund_batch set version = version + 1, status = '" + to + "', finished_at = "
                + (to.isOver() ? "now()" : "null") + ", expires_at = " + (waits ? "now()" : "null");
    }

    @Test
    void itDoesNotRunWithoutItsApprovals() {
        tickets(place, eventId, 5, 22000);
        String id = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        confirm(place, id, "minji", 5, 110_000).then().statusCode(200);
        String run = "status = 'RUNNING', version = version + 1, expires_at = null, started_at = now()";
        assertThatThrownBy(() -> change(id, run)).hasStackTraceContaining("refund_batch_approved");
        assertThatThrownBy(() -> change(id, run + ", approval = " + answered("minji")))
                .hasStackTraceContaining("refund_batch_approved");
        assertThatThrownBy(() -> change(id, run + ", approval = null")).hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> change(id, "approval = jsonb_set(approval, '{needed}', '0')"))
                .hasStackTraceContaining("only ever added to");
        change(id, "approval = " + answered("jun"));
        assertThatThrownBy(() -> change(id, "approval = jsonb_set(approval, '{answers}', '[]')"))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> change(id, "total_krw = 1")).hasStackTraceContaining("counted and confirmed for");
        assertThatThrownBy(() -> change(id, "confirmed_by = 'x'")).hasStackTraceContaining("counted and confirmed for");
        assertThatThrownBy(() -> change(id, "event_id = 'x'")).hasStackTraceContaining("counted and confirmed for");
        Batches.step(place, id, "minji", "withdrawal", new JsonObject()).then().statusCode(200);
    }

    @Test
    void whatWasCountedStays() {
        tickets(place, eventId, 1, 1000);
        TestPayment other = place.pay();
        String id = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        for (String change : List.of(
                "update refund_batch_payment set amount_krw = 999 where batch_id = ?::uuid",
                "update refund_batch_payment set ledger_version = 99 where batch_id = ?::uuid",
                "delete from refund_batch_payment where batch_id = ?::uuid",
                "insert into refund_batch_payment (batch_id, payment_id) values (?::uuid, '" + other.id() + "')")) {
            assertThatThrownBy(() -> Db.update(change, id)).hasStackTraceContaining("were counted");
        }
    }

    @Test
    void aRefundOfItIsOfWhatItCountedAndWhileItRuns() {
        TestPayment paid = tickets(place, eventId, 1, 1000).getFirst();
        TestPayment other = place.pay();
        String id = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        assertThatThrownBy(() -> request(id, paid, 1000)).hasStackTraceContaining("does not run");
        confirm(place, id, "minji", 1, 1000).then().statusCode(200);
        assertThatThrownBy(() -> request(id, paid, 1001)).hasStackTraceContaining("has not counted so much");
        assertThatThrownBy(() -> request(id, other, 1)).hasStackTraceContaining("has not counted so much");
        Batches.untilStatus(worker, place, id, "DONE");
        assertThatThrownBy(() -> request(id, paid, 1)).hasStackTraceContaining("does not run");
    }

    @Test
    void oneOfAnEventAtATime() {
        tickets(place, eventId, 1, 1000);
        String id = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        assertThatThrownBy(() -> Db.update(
                        "insert into refund_batch (id, location_id, version, kind, event_id, source,"
                                + " confirmed_by_booking_system, idempotency_key, request_hash, requested_by, requested_at,"
                                + " status, candidates_at, expires_at) select uuidv7(), location_id, 1, kind, event_id, source, false,"
                                + " 'other', '', requested_by, now(), 'COUNTING', now(), now() from refund_batch where id = ?::uuid",
                        id))
                .hasStackTraceContaining("refund_batch_one_open");
    }

    /// The view that decides about later cancellations, and the rule of batches, say the same of earlier refunds.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'REQUESTED'",
                "status = 'FAILED', failure = 'REFUSED', finished_at = now()",
                "status = 'FAILED', failure = 'REFUSED', finished_at = now(), failure_confirmed_at = now()",
                "status = 'FAILED', failure = 'REFUNDED_ELSEWHERE', finished_at = now()"
            })
    void viewAndRuleAgreeAboutEarlierRefunds(String state) {
        TestPayment paid = place.pay();
        Db.told(
                paid.id(),
                "with d as (insert into decision (id, payment_id, location_id, outcome, reason, amount_krw, refund_id, evidence,"
                        + " explanation_ko, explanation_en) select uuidv7(), payment_id, location_id, 'REFUND', 'IN_TIME', 1,"
                        + " uuidv7(), '{}', '-', '-' from paid_payment where payment_id = ?::uuid returning *)"
                        + " insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw,"
                        + " tax_free_krw, decision_id, reason, next_check_at) select refund_id, payment_id, location_id, 1,"
                        + " 'REQUESTED', 'CANCELLATION', 1, 0, 0, id, 'IN_TIME', now() + interval '1 day' from d",
                paid.id());
        if (!state.equals("status = 'REQUESTED'")) {
            Db.moveTold(TestLocation.refundId(paid), "version = version + 1, " + state);
        }
        String byView = Db.text("select earlier_refund from decision_input where payment_id = ?::uuid", paid.id());
        Ledger ledger = RowJson.read(
                Db.text("select ledger::text from ledger where payment_id = ?::uuid", paid.id()), Ledger.class);
        assertThat(EarlierRefund.of(ledger.refunds()).name()).isEqualTo(byView);
    }

    private static void request(String batchId, TestPayment paid, long amountKrw) {
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, batch_id, amount_krw, vat_krw,"
                        + " tax_free_krw, reason, next_check_at) select uuidv7(), payment_id, location_id, 1, 'REQUESTED', 'BATCH',"
                        + " ?::uuid, ?, 0, 0, 'EVENT_CANCELED', now() + interval '1 day' from paid_payment where payment_id = ?::uuid",
                batchId,
                amountKrw,
                paid.id());
    }

    private static void change(String id, String set) {
        Db.update("update refund_batch set " + set + " where id = ?::uuid", id);
    }

    private static String answered(String by) {
        return "jsonb_set(approval, '{answers}', approval -> 'answers' || '[{\"kind\": \"APPROVED\", \"by\": \"" + by
                + "\", \"at\": \"2026-12-01T00:00:00Z\", \"note\": null}]')";
    }
}
