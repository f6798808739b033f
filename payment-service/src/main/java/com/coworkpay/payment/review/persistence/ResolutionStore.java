package com.coworkpay.payment.review.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.payment.review.domain.NewResolution;
import com.coworkpay.payment.review.domain.Resolution;
import com.coworkpay.payment.review.domain.ResolutionOutcome;
import com.coworkpay.payment.settlement.domain.DuePayment;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Stores resolutions, each by one statement: the change, its row, the events. It applies to the version that the
/// inquiry in the same act was made for.
@ApplicationScoped
public class ResolutionStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String STORE = """
            ), stored as (
              insert into payment_resolution (id, payment_id, outcome, evidence, note, resolved_by, status_before,
                     inquiry_result, order_answer, idempotency_key, request_hash, traceparent)
              select :resolutionId::uuid, id, :outcome::text, :evidence::text, :note::text, :resolvedBy::text, status_before,
                     :inquiryResult::text, :orderAnswer::text, :idempotencyKey::text, :requestHash::bytea, :traceparent::text
                from changed
              returning *
            ), resolved_published as (
            """ + OutboxSql.event("resolved") + """
            )
            select s.*, c.status from stored s join changed c on c.id = s.payment_id""";

    /// Not paid: the payable is free again. The late inquiry follows, and money that it finds is overpaid.
    private static final NamedQuery NOT_PAID =
            NamedQuery.of("""
            with changed as (
              update payment p set status = 'CANCELED', canceled_at = now(), version = version + 1, reason = 'NOT_PAID',
                     pg_token = null, unsettled_since = null, check_attempts = 0,
                     next_check_at = case when approve_claimed_at is not null
                                   then now() + make_interval(secs => :lateInquiryAfter) end
               where p.id = :id and p.version = :version and p.status || '' in ('WAITING', 'APPROVING', 'UNKNOWN')
            """ + OutboxSql.RETURNING + """
                 , old.status as status_before
            ), published as (
            """ + OutboxSql.eventAndNotice("canceled") + STORE);

    /// It was over, and a late inquiry had found a contradiction. One more late inquiry follows here, too.
    private static final NamedQuery STAYS_OVER = NamedQuery.of("""
            with changed as (
              update payment p set version = version + 1, unsettled_since = null, check_attempts = 0,
                     next_check_at = now() + make_interval(secs => :lateInquiryAfter)
               where p.id = :id and p.version = :version and p.status || '' in ('CANCELED', 'FAILED')
            """ + OutboxSql.RETURNING + """
                 , old.status as status_before
            """ + STORE);

    /// The approval had just been recorded.
    private static final NamedQuery PAID = NamedQuery.of("""
            with changed as (
              update payment p set version = version + 1
               where p.id = :id and p.status || '' = 'PAID'
            """ + OutboxSql.RETURNING + """
                 , :statusBefore::text as status_before
            """ + STORE);

    private static final NamedQuery FIND = NamedQuery.of("""
            select r.*, p.status from payment_resolution r join payment p on p.id = r.payment_id
             where r.resolved_by = :resolvedBy and r.idempotency_key = :idempotencyKey""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final PaymentConfig.Settlement config;

    ResolutionStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.config = config.payment().settlement();
    }

    /// What this person resolved under this key.
    public Uni<Optional<Resolution>> find(NewResolution resolution) {
        Parameters values = Parameters.with("resolvedBy", resolution.resolvedBy())
                .and("idempotencyKey", resolution.idempotencyKey());
        return FIND.run(pool, values).map(ResolutionStore::first);
    }

    /// Empty when the payment changed meanwhile.
    public Uni<Optional<Resolution>> notPaid(NewResolution resolution, DuePayment payment, OrderInquiry inquiry) {
        boolean isOver = payment.facts().status().isOver();
        Parameters values = values(resolution, inquiry)
                .and("id", payment.id())
                .and("version", payment.version())
                .and("lateInquiryAfter", config.lateInquiryAfter());
        return run(isOver ? STAYS_OVER : NOT_PAID, values, resolution).invoke(resolved -> resolved.filter(_ -> !isOver)
                .ifPresent(_ -> metrics.count(PaymentStatus.CANCELED, Reason.NOT_PAID)));
    }

    /// Empty when the money was an overpayment.
    public Uni<Optional<Resolution>> paid(NewResolution resolution, DuePayment payment, OrderInquiry inquiry) {
        Parameters values = values(resolution, inquiry)
                .and("id", payment.id())
                .and("statusBefore", payment.facts().status().name());
        return run(PAID, values, resolution);
    }

    /// The same key at the same moment: the first one's answer.
    private Uni<Optional<Resolution>> run(NamedQuery statement, Parameters values, NewResolution resolution) {
        return statement
                .run(pool, values)
                .map(ResolutionStore::first)
                .invoke(resolved -> resolved.ifPresent(_ -> relay.wake()))
                .onFailure(failure ->
                        failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState()))
                .recoverWithUni(_ -> find(resolution));
    }

    private static Parameters values(NewResolution resolution, OrderInquiry inquiry) {
        return Parameters.with("resolutionId", Ids.next())
                .and("outcome", resolution.outcome().name())
                .and("evidence", resolution.evidence())
                .and("note", resolution.note())
                .and("resolvedBy", resolution.resolvedBy())
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
