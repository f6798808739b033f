package com.coworkpay.refund.review.persistence;

import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.NextStep;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.Words;
import com.coworkpay.refund.persistence.Telling;
import com.coworkpay.refund.refund.RefundProblem;
import com.coworkpay.refund.review.domain.NewResolution;
import com.coworkpay.refund.review.domain.Resolution;
import com.coworkpay.refund.review.domain.ResolutionOutcome;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.Look;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Keeps what people ended by hand, each by one statement: the refund, its ledger, the row that says who and why, the
/// event and the notice. It stands on the version that the look in the same act was made on.
@ApplicationScoped
public class Resolutions {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";

    /// A failed refund has no reservation any more.
    private static final String LEDGER = """
            , reserved_krw = p.reserved_krw - case s.status when 'FAILED' then 0 else s.amount_krw end,
              reserved_vat_krw = p.reserved_vat_krw - case s.status when 'FAILED' then 0 else s.vat_krw end,
              reserved_tax_free_krw = p.reserved_tax_free_krw - case s.status when 'FAILED' then 0 else s.tax_free_krw end,
              refunded_elsewhere_krw = p.refunded_elsewhere_krw
                + case when :failure = 'REFUNDED_ELSEWHERE' then s.amount_krw else 0 end""";

    private static final Statement RESOLVE = Telling.move(
            "'REQUESTED', 'UNKNOWN', 'FAILED'",
            LEDGER,
            """
            status = 'FAILED', failure = :failure, finished_at = now(),
            failure_confirmed_at = case when :proved then coalesce(r.failure_confirmed_at, now())
                                        else r.failure_confirmed_at end,
            due_at = case when :proved then null when r.status = 'FAILED' then r.due_at else now() end,
            manual_review_since = null, manual_review_reason = null""",
            Telling.eventAndNotice("resolved", "refund_failed", "REFUND_FAILED", "(c.r).failure", ":explanation::jsonb")
                    + """
                    ), kept as (
                      insert into resolution (id, refund_id, payment_id, outcome, amount_krw, evidence, note, order_word,
                        resolved_by, idempotency_key, request_hash, traceparent)
                      select :resolutionId::uuid, (c.r).id, (c.r).payment_id, :failure, (c.r).amount_krw, :evidence::text,
                        :note::text, :orderWord::text, :resolvedBy::text, :key::text, :hash::bytea, :traceparent::text
                        from changed c
                    """);

    private static final Statement FIND = Statement.of("""
            select s.*, r.status from resolution s join refund r on r.id = s.refund_id
             where s.resolved_by = :resolvedBy and s.idempotency_key = :key""");

    private final Pool pool;
    private final OutboxRelay relay;

    Resolutions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /// What this person resolved under this key.
    public Uni<Optional<Resolution>> find(NewResolution wish) {
        Values values = Values.with("resolvedBy", wish.resolvedBy()).and("key", wish.idempotencyKey());
        return FIND.run(pool, values).map(rows -> {
            var each = rows.iterator();
            return each.hasNext() ? Optional.of(read(each.next())) : Optional.<Resolution>empty();
        });
    }

    /// Empty when the refund, or another one of its payment, went on meanwhile.
    public Uni<Optional<Resolution>> resolve(NewResolution wish, DueRefund refund, Look look) {
        Failure failure = wish.outcome() == ResolutionOutcome.GIVEN_UP ? Failure.GIVEN_UP : Failure.REFUNDED_ELSEWHERE;
        Words explanation = NextStep.after(failure);
        Values values = Values.with("id", refund.refundId())
                .and("version", refund.version())
                .and("failure", failure.name())
                .and("proved", look instanceof Look.NotThere)
                .and("explanation", (Object)
                        new JsonObject().put("ko", explanation.ko()).put("en", explanation.en()))
                .and("resolutionId", Ids.next())
                .and("evidence", wish.evidence())
                .and("note", (Object) wish.note())
                .and("orderWord", look.word())
                .and("resolvedBy", wish.resolvedBy())
                .and("key", wish.idempotencyKey())
                .and("hash", Buffer.buffer(wish.fingerprint()))
                .and("traceparent", Traceparent.current());
        return RESOLVE.run(pool, values)
                .onFailure(failed -> isState(failed, CHECK_VIOLATION))
                .transform(_ -> ProblemException.of(RefundProblem.NOTHING_LEFT))
                .invoke(() -> relay.wake())
                .replaceWithVoid()
                .onFailure(failed -> isState(failed, UNIQUE_VIOLATION))
                .recoverWithNull()
                .chain(() -> find(wish));
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
                row.getString("order_word"),
                RefundStatus.valueOf(row.getString("status")),
                row.getBuffer("request_hash").getBytes());
    }
}
