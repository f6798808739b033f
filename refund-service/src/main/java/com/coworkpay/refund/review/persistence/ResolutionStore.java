package com.coworkpay.refund.review.persistence;

import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.OperatorGuidance;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.persistence.OutboxSql;
import com.coworkpay.refund.persistence.TransitionMetrics;
import com.coworkpay.refund.persistence.TransitionResult;
import com.coworkpay.refund.refund.RefundProblem;
import com.coworkpay.refund.review.domain.NewResolution;
import com.coworkpay.refund.review.domain.Resolution;
import com.coworkpay.refund.review.domain.ResolutionOutcome;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.KakaoPayCancel;
import com.coworkpay.refund.settlement.domain.OrderInquiry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/// Stores resolutions, each by one statement: the refund, its ledger, the resolution with who and why, the event and
/// the notice. It checks the version that the order inquiry in the same request was made on.
@ApplicationScoped
public class ResolutionStore {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";

    /// A failed refund has no reservation any more.
    private static final String RELEASE = """
            , reserved_krw = p.reserved_krw - case s.status when 'FAILED' then 0 else s.amount_krw end,
              reserved_vat_krw = p.reserved_vat_krw - case s.status when 'FAILED' then 0 else s.vat_krw end,
              reserved_tax_free_krw = p.reserved_tax_free_krw - case s.status when 'FAILED' then 0 else s.tax_free_krw end""";

    private static final String END_LEDGER = RELEASE + """
            , refunded_elsewhere_krw = p.refunded_elsewhere_krw
                + case when :failure = 'REFUNDED_ELSEWHERE' then s.amount_krw else 0 end""";

    private static final String RECORD = """
            ), recorded as (
              insert into resolution (id, refund_id, payment_id, outcome, amount_krw, evidence, note, order_answer,
                resolved_by, idempotency_key, request_hash, traceparent)
              select :resolutionId::uuid, (c.r).id, (c.r).payment_id, :outcome, (c.r).amount_krw, :evidence::text,
                :note::text, :orderAnswer::text, :resolvedBy::text, :key::text, :hash::bytea, :traceparent::text
                from changed c
            """;

    /// KakaoPay does not refund it.
    private static final NamedQuery END = OutboxSql.transition(
            "'REQUESTED', 'UNKNOWN', 'FAILED'",
            END_LEDGER,
            """
            status = 'FAILED', failure = :failure, finished_at = now(),
            failure_confirmed_at = case when :confirmed then coalesce(r.failure_confirmed_at, now())
                                        else r.failure_confirmed_at end,
            next_check_at = case when :confirmed then null when r.status = 'FAILED' then r.next_check_at else now() end,
            manual_review_since = null, manual_review_reason = null""",
            OutboxSql.eventAndNotice(
                            "resolved", "refund_failed", "REFUND_FAILED", "(c.r).failure", ":explanation::jsonb")
                    + RECORD);

    /// KakaoPay has refunded it, by the cancel that the person names.
    private static final NamedQuery REFUND = OutboxSql.transition(
            "'UNKNOWN', 'FAILED'",
            RELEASE + """
            , refunded_krw = p.refunded_krw + s.amount_krw, refunded_vat_krw = p.refunded_vat_krw + s.vat_krw,
              refunded_tax_free_krw = p.refunded_tax_free_krw + s.tax_free_krw""",
            """
            status = 'SUCCEEDED', failure = null, aid = :aid::text, canceled_at = coalesce(:canceledAt::timestamptz, now()),
            finished_at = now(), next_check_at = null, last_answer = 'NAMED_BY_A_PERSON',
            manual_review_since = null, manual_review_reason = null""",
            OutboxSql.eventAndNotice("resolved", "refunded", "REFUNDED", "(c.r).reason", "null") + RECORD);

    /// KakaoPay refunded what a person had recorded as refunded elsewhere, and a person acknowledges that.
    private static final NamedQuery ACKNOWLEDGE = OutboxSql.transition(
            "'SUCCEEDED'",
            "",
            "manual_review_since = null, manual_review_reason = null",
            OutboxSql.event("resolved") + RECORD);

    private static final NamedQuery TWICE = NamedQuery.of("""
            select r.version from refund r join paid_payment p on p.payment_id = r.payment_id
             where r.id = :id and r.payment_id = :paymentId and p.location_id = :locationId and r.status = 'SUCCEEDED'
               and r.manual_review_reason = 'REFUNDED_TWICE' and r.aid is not distinct from :aid""");

    private static final NamedQuery FIND = NamedQuery.of("""
            select s.*, r.status from resolution s join refund r on r.id = s.refund_id
             where s.resolved_by = :resolvedBy and s.idempotency_key = :key""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics transitionMetrics;

    ResolutionStore(Pool pool, OutboxRelay relay, TransitionMetrics transitionMetrics) {
        this.pool = pool;
        this.relay = relay;
        this.transitionMetrics = transitionMetrics;
    }

    /// What this person resolved under this key.
    public Uni<Optional<Resolution>> find(NewResolution newResolution) {
        Parameters values =
                Parameters.with("resolvedBy", newResolution.resolvedBy()).and("key", newResolution.idempotencyKey());
        return FIND.run(pool, values).map(rows -> {
            var each = rows.iterator();
            return each.hasNext() ? Optional.of(read(each.next())) : Optional.<Resolution>empty();
        });
    }

    /// Empty when the refund, or another one of its payment, has changed in the meantime.
    public Uni<Optional<Resolution>> resolve(NewResolution newResolution, DueRefund refund, OrderInquiry inquiry) {
        return switch (newResolution.outcome()) {
            case REFUNDED -> {
                Instant at = inquiry instanceof OrderInquiry.UnexplainedBalance lower
                        ? lower.unrecorded().stream()
                                .filter(cancel -> Objects.equals(cancel.aid(), newResolution.aid()))
                                .map(KakaoPayCancel::at)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)
                        : null;
                yield run(
                        REFUND,
                        values(newResolution, refund.version(), inquiry.code())
                                .and("aid", (Object) newResolution.aid())
                                .and("canceledAt", at == null ? null : at.atOffset(ZoneOffset.UTC)),
                        newResolution,
                        transitionMetrics::succeeded);
            }
            case REFUNDED_ELSEWHERE -> end(newResolution, refund, inquiry, Failure.REFUNDED_ELSEWHERE);
            case GIVEN_UP -> end(newResolution, refund, inquiry, Failure.GIVEN_UP);
        };
    }

    private Uni<Optional<Resolution>> end(
            NewResolution newResolution, DueRefund refund, OrderInquiry inquiry, Failure failure) {
        LocalizedText explanation = OperatorGuidance.after(failure);
        return run(
                END,
                values(newResolution, refund.version(), inquiry.code())
                        .and("failure", failure.name())
                        .and("confirmed", inquiry instanceof OrderInquiry.NotCanceled)
                        .and("explanation", (Object)
                                new JsonObject().put("ko", explanation.ko()).put("en", explanation.en())),
                newResolution,
                () -> transitionMetrics.failed(failure));
    }

    /// A refund in manual review because the member may have got it twice; empty if there is none.
    public Uni<Optional<Resolution>> acknowledge(NewResolution newResolution) {
        Parameters which = Parameters.with("id", newResolution.refundId())
                .and("paymentId", newResolution.paymentId())
                .and("locationId", newResolution.locationId())
                .and("aid", (Object) newResolution.aid());
        return TWICE.run(pool, which).chain(rows -> {
            var each = rows.iterator();
            return each.hasNext()
                    ? run(
                            ACKNOWLEDGE,
                            values(newResolution, each.next().getLong("version"), "NOT_ASKED"),
                            newResolution,
                            () -> {})
                    : Uni.createFrom().item(Optional.<Resolution>empty());
        });
    }

    private static Parameters values(NewResolution newResolution, long version, String orderAnswer) {
        return Parameters.with("id", newResolution.refundId())
                .and("version", version)
                .and("outcome", newResolution.outcome().name())
                .and("resolutionId", Ids.next())
                .and("evidence", newResolution.evidence())
                .and("note", (Object) newResolution.note())
                .and("orderAnswer", orderAnswer)
                .and("resolvedBy", newResolution.resolvedBy())
                .and("key", newResolution.idempotencyKey())
                .and("hash", Buffer.buffer(newResolution.fingerprint()))
                .and("traceparent", Traceparent.current());
    }

    private Uni<Optional<Resolution>> run(
            NamedQuery statement, Parameters values, NewResolution newResolution, Runnable count) {
        return statement
                .run(pool, values)
                .onFailure(failed -> isState(failed, CHECK_VIOLATION))
                .transform(_ -> ProblemException.of(RefundProblem.NOTHING_LEFT))
                .invoke(rows -> {
                    if (TransitionResult.of(rows) == TransitionResult.DONE) {
                        count.run();
                        relay.wake();
                    }
                })
                .replaceWithVoid()
                .onFailure(failed -> isState(failed, UNIQUE_VIOLATION))
                .recoverWithNull()
                .chain(() -> find(newResolution));
    }

    private static boolean isState(Throwable failure, String sqlState) {
        return failure instanceof PgException refused && sqlState.equals(refused.getSqlState());
    }

    private static Resolution read(Row row) {
        return new Resolution(
                row.getUUID("id"),
                row.getUUID("payment_id"),
                row.getUUID("refund_id"),
                ResolutionOutcome.valueOf(row.getString("outcome")),
                row.getLong("amount_krw"),
                row.getString("evidence"),
                row.getString("note"),
                row.getString("resolved_by"),
                row.getOffsetDateTime("resolved_at").toInstant(),
                row.getString("order_answer"),
                RefundStatus.valueOf(row.getString("status")),
                row.getBuffer("request_hash").getBytes());
    }
}
