package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.OrderInquiry;
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
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.settlement.DuePayment;
import com.coworkpay.payment.store.PaymentEvents;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditStore;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Outbox;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.UniqueViolation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Stores resolutions, each in one transaction: the change of the payment with what it publishes, the resolution,
/// its own event, and the audit row. It applies to the version that the inquiry in the same act was made for.
@ApplicationScoped
class ResolutionStore {

    private static final int MAX_ATTEMPTS = 5;

    private static final NamedQuery STORE = NamedQuery.of("""
            insert into payment_resolution (id, payment_id, outcome, evidence, note, resolved_by, status_before,
              inquiry_result, order_answer, idempotency_key, request_hash, traceparent)
            values (:resolutionId, :paymentId, :outcome, :evidence, :note, :resolvedBy, :statusBefore,
              :inquiryResult, :orderAnswer, :idempotencyKey, :requestHash, :traceparent)""");

    private static final NamedQuery FIND = NamedQuery.of("""
            select r.*, p.status from payment_resolution r join payment p on p.id = r.payment_id
             where r.resolved_by = :resolvedBy and r.idempotency_key = :idempotencyKey""");

    private final Pool pool;
    private final Outbox outbox;
    private final PaymentStore payments;
    private final AuditStore audit;

    ResolutionStore(Pool pool, Outbox outbox, PaymentStore payments, AuditStore audit) {
        this.pool = pool;
        this.outbox = outbox;
        this.payments = payments;
        this.audit = audit;
    }

    /// What this person resolved under this key.
    public Uni<Optional<Resolution>> find(NewResolution resolution) {
        Parameters values = Parameters.with("resolvedBy", resolution.resolvedBy())
                .and("idempotencyKey", resolution.idempotencyKey());
        return FIND.run(pool, values).map(ResolutionStore::first);
    }

    /// The payable is free again. The late inquiry follows, and money that it finds is overpaid. Empty when the payment
    /// changed meanwhile.
    public Uni<Optional<Resolution>> notPaid(NewResolution resolution, DuePayment due, OrderInquiry inquiry) {
        return store(resolution, due.snapshot(), times -> notPaid(due.snapshot().state(), times), due, inquiry);
    }

    private static PaymentState notPaid(PaymentState state, CheckTimes times) {
        return switch (state) {
            case Waiting waiting -> waiting.cancel(Reason.NOT_PAID, times);
            case Approving approving -> approving.notPaid(Reason.NOT_PAID, times);
            case Unknown unknown -> unknown.notPaid(Reason.NOT_PAID, times);
            // It was over, and a late inquiry had found a contradiction.
            case Canceled canceled -> canceled.confirmed(times);
            case Failed failed -> failed.confirmed(times);
            case Created _, Paid _, Overpaid _ ->
                throw new IllegalStateException(
                        "nothing to resolve in " + state.payment().status());
        };
    }

    /// The approval has just been recorded. Empty when the money was an overpayment.
    Uni<Optional<Resolution>> paid(NewResolution resolution, DuePayment due, OrderInquiry inquiry) {
        return paid(resolution, due, inquiry, MAX_ATTEMPTS);
    }

    /// Two people may resolve it at the same moment: both resolutions are kept.
    private Uni<Optional<Resolution>> paid(
            NewResolution resolution, DuePayment due, OrderInquiry inquiry, int attemptsLeft) {
        return payments.find(due.id())
                .chain(found ->
                        attemptsLeft > 0 && found.isPresent() && found.get().state() instanceof Paid paid
                                ? store(resolution, found.get(), _ -> paid.confirmed(), due, inquiry)
                                        .chain(stored -> stored.isPresent()
                                                ? Uni.createFrom().item(stored)
                                                : paid(resolution, due, inquiry, attemptsLeft - 1))
                                : Uni.createFrom().item(Optional.<Resolution>empty()));
    }

    /// The same key at the same moment: the first one's answer.
    private Uni<Optional<Resolution>> store(
            NewResolution resolution,
            PaymentSnapshot before,
            Function<CheckTimes, PaymentState> move,
            DuePayment due,
            OrderInquiry inquiry) {
        return pool.withTransaction(transaction -> payments.write(transaction, before, move, Traceparent.current())
                        .call(written -> written.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : STORE.run(transaction, values(resolution, due, inquiry))
                                        .chain(() -> outbox.add(transaction, PaymentEvents.resolved(written.get())))
                                        .chain(() ->
                                                audit.write(transaction, audited(resolution, due, written.get())))))
                .invoke(written -> written.ifPresent(after -> payments.committed(before, after)))
                .replaceWithVoid()
                .onFailure(UniqueViolation::isOne)
                .recoverWithNull()
                .chain(() -> find(resolution));
    }

    private static AuditEntry audited(NewResolution resolution, DuePayment due, Payment after) {
        return resolution
                .audit()
                .changed(
                        "status",
                        due.payment().status().publicStatus(),
                        after.status().publicStatus());
    }

    private static Parameters values(NewResolution resolution, DuePayment due, OrderInquiry inquiry) {
        return Parameters.with("resolutionId", Ids.next())
                .and("paymentId", due.id())
                .and("outcome", resolution.outcome().name())
                .and("evidence", resolution.evidence())
                .and("note", resolution.note())
                .and("resolvedBy", resolution.resolvedBy())
                .and("statusBefore", due.payment().status().name())
                .and("inquiryResult", inquiry.result().name())
                .and("orderAnswer", inquiry.why())
                .and("idempotencyKey", resolution.idempotencyKey())
                .and("requestHash", Buffer.buffer(resolution.fingerprint()))
                .and("traceparent", Traceparent.current());
    }

    private static Optional<Resolution> first(RowSet<Row> rows) {
        var each = rows.iterator();
        return each.hasNext() ? Optional.of(read(each.next())) : Optional.empty();
    }

    private static Resolution read(Row row) {
        UUID id = row.getUUID("id");
        return new Resolution(
                id,
                row.getUUID("payment_id"),
                ResolutionOutcome.valueOf(row.getString("outcome")),
                row.getString("evidence"),
                row.getString("note"),
                row.getString("resolved_by"),
                row.getOffsetDateTime("resolved_at").toInstant(),
                row.getString("order_answer"),
                PaymentStatus.valueOf(row.getString("status")).publicStatus(),
                row.getBuffer("request_hash").getBytes());
    }
}
