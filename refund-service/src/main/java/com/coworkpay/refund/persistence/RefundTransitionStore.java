package com.coworkpay.refund.persistence;

import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.OperatorGuidance;
import com.coworkpay.refund.domain.ReviewReason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The transitions of a refund that are published, shared by execution and settlement.
@ApplicationScoped
public class RefundTransitionStore {

    /// A change of the ledger is attempted again when another refund of the payment changed at the same moment; so many
    /// refunds of one payment do not change at once.
    private static final int MAX_ATTEMPTS = 10;

    private static final String RELEASE = """
            , reserved_krw = p.reserved_krw - s.amount_krw, reserved_vat_krw = p.reserved_vat_krw - s.vat_krw,
              reserved_tax_free_krw = p.reserved_tax_free_krw - s.tax_free_krw""";

    private static final String SUCCEED = RELEASE + """
            , refunded_krw = p.refunded_krw + s.amount_krw, refunded_vat_krw = p.refunded_vat_krw + s.vat_krw,
              refunded_tax_free_krw = p.refunded_tax_free_krw + s.tax_free_krw""";

    private static final NamedQuery SUCCEEDED = OutboxSql.transition(
            "'IN_FLIGHT', 'UNKNOWN'",
            SUCCEED,
            """
            status = 'SUCCEEDED', aid = :aid::text, canceled_at = coalesce(:canceledAt::timestamptz, now()),
            finished_at = now(), next_check_at = null, last_answer = :lastAnswer,
            manual_review_since = null, manual_review_reason = null""",
            OutboxSql.eventAndNotice("succeeded", "refunded", "REFUNDED", "(c.r).reason", "null"));

    private static final NamedQuery FAILED = OutboxSql.transition(
            "'IN_FLIGHT', 'UNKNOWN'",
            RELEASE,
            """
            status = 'FAILED', failure = :failure, finished_at = now(), last_answer = :lastAnswer,
            only_attempt_declined = not :confirmed and r.cancel_attempts = 1,
            failure_confirmed_at = case when :confirmed then now() end,
            next_check_at = case when not :confirmed then now() + make_interval(secs => :pause) end,
            check_attempts = 0, manual_review_since = null, manual_review_reason = null""",
            OutboxSql.eventAndNotice(
                    "failed", "refund_failed", "REFUND_FAILED", "(c.r).failure", ":explanation::jsonb"));

    /// Escalates to manual review; the refund continues as before. A more serious reason replaces a less serious one,
    /// and is published again.
    private static final NamedQuery ESCALATED = OutboxSql.transition(
            "'REQUESTED', 'UNKNOWN', 'FAILED'",
            "",
            "manual_review_reason = :reason, manual_review_since = now()",
            OutboxSql.event("manual_review"));

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics transitionMetrics;

    RefundTransitionStore(Pool pool, OutboxRelay relay, TransitionMetrics transitionMetrics) {
        this.pool = pool;
        this.relay = relay;
        this.transitionMetrics = transitionMetrics;
    }

    public Uni<TransitionResult> succeeded(
            UUID id, long version, @Nullable String aid, @Nullable Instant canceledAt, String lastAnswer) {
        return transition(
                SUCCEEDED,
                expected(id, version)
                        .and("aid", clipped(aid))
                        .and("canceledAt", canceledAt == null ? null : canceledAt.atOffset(ZoneOffset.UTC))
                        .and("lastAnswer", clipped(lastAnswer)),
                transitionMetrics::succeeded);
    }

    /// By a hard decline of the only attempt: the amount is released, and an order inquiry follows soon to confirm it.
    public Uni<TransitionResult> declined(
            UUID id, long version, Failure failure, String lastAnswer, Duration askAfter) {
        return failed(expected(id, version).and("confirmed", false).and("pause", askAfter), failure, lastAnswer);
    }

    /// By an order inquiry, which shows that the money is still there.
    public Uni<TransitionResult> failed(UUID id, long version, Failure failure, String lastAnswer) {
        return failed(expected(id, version).and("confirmed", true).and("pause", Duration.ZERO), failure, lastAnswer);
    }

    private Uni<TransitionResult> failed(Parameters values, Failure failure, String lastAnswer) {
        LocalizedText explanation = OperatorGuidance.after(failure);
        return transition(
                FAILED,
                values.and("failure", failure.name())
                        .and("lastAnswer", clipped(lastAnswer))
                        .and("explanation", (Object)
                                new JsonObject().put("ko", explanation.ko()).put("en", explanation.en())),
                () -> transitionMetrics.failed(failure));
    }

    public Uni<TransitionResult> escalated(UUID id, long version, ReviewReason reason) {
        return transition(
                ESCALATED,
                expected(id, version).and("reason", reason.name()),
                () -> transitionMetrics.escalated(reason));
    }

    private static Parameters expected(UUID id, long version) {
        return Parameters.with("id", id).and("version", version).and("traceparent", Traceparent.current());
    }

    private Uni<TransitionResult> transition(NamedQuery statement, Parameters values, Runnable count) {
        return transition(statement, values, MAX_ATTEMPTS).invoke(result -> {
            if (result == TransitionResult.DONE) {
                count.run();
            }
        });
    }

    private Uni<TransitionResult> transition(NamedQuery statement, Parameters values, int attemptsLeft) {
        return statement
                .run(pool, values)
                .map(TransitionResult::of)
                .chain(result -> result == TransitionResult.CONTENDED && attemptsLeft > 1
                        ? transition(statement, values, attemptsLeft - 1)
                        : Uni.createFrom().item(result))
                .invoke(result -> {
                    if (result == TransitionResult.DONE) {
                        relay.wake();
                    }
                });
    }

    /// Text of KakaoPay's answer must never make a refund impossible to store.
    private static @Nullable String clipped(@Nullable String lastAnswer) {
        if (lastAnswer == null) {
            return null;
        }
        String plain = lastAnswer.replace("\0", "");
        return plain.length() > 120 ? plain.substring(0, 120) : plain;
    }
}
