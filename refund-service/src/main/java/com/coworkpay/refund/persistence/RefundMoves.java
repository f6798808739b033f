package com.coworkpay.refund.persistence;

import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.NextStep;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.domain.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The moves of a refund that others hear of, shared by execution and settlement.
@ApplicationScoped
public class RefundMoves {

    /// Moves of the ledger are tried again when another refund of the payment moved at the same moment; as many
    /// refunds of one payment do not move at once.
    private static final int MOST_TRIES = 10;

    private static final String RELEASE = """
            , reserved_krw = p.reserved_krw - s.amount_krw, reserved_vat_krw = p.reserved_vat_krw - s.vat_krw,
              reserved_tax_free_krw = p.reserved_tax_free_krw - s.tax_free_krw""";

    private static final String SUCCEED = RELEASE + """
            , refunded_krw = p.refunded_krw + s.amount_krw, refunded_vat_krw = p.refunded_vat_krw + s.vat_krw,
              refunded_tax_free_krw = p.refunded_tax_free_krw + s.tax_free_krw""";

    private static final Statement SUCCEEDED = Telling.move(
            "'IN_FLIGHT', 'UNKNOWN'",
            SUCCEED,
            """
            status = 'SUCCEEDED', aid = :aid::text, canceled_at = coalesce(:canceledAt::timestamptz, now()),
            finished_at = now(), due_at = null, last_answer = :words,
            manual_review_since = null, manual_review_reason = null""",
            Telling.eventAndNotice("succeeded", "refunded", "REFUNDED", "(c.r).reason", "null"));

    private static final Statement FAILED = Telling.move(
            "'IN_FLIGHT', 'UNKNOWN'",
            RELEASE,
            """
            status = 'FAILED', failure = :failure, finished_at = now(), last_answer = :words,
            only_send_refused = not :confirmed and r.sends = 1,
            failure_confirmed_at = case when :confirmed then now() end,
            due_at = case when not :confirmed then now() + make_interval(secs => :pause) end,
            looks = 0, manual_review_since = null, manual_review_reason = null""",
            Telling.eventAndNotice("failed", "refund_failed", "REFUND_FAILED", "(c.r).failure", ":explanation::jsonb"));

    /// A person is told; the refund goes on as before. A weightier reason replaces a lighter one, and is news again.
    private static final Statement ESCALATED = Telling.move(
            "'REQUESTED', 'UNKNOWN', 'FAILED'",
            "",
            "manual_review_reason = :reason, manual_review_since = now()",
            Telling.event("manual_review"));

    private final Pool pool;
    private final OutboxRelay relay;
    private final MoveCounter counter;

    RefundMoves(Pool pool, OutboxRelay relay, MoveCounter counter) {
        this.pool = pool;
        this.relay = relay;
        this.counter = counter;
    }

    public Uni<Moved> succeeded(
            UUID id, long version, @Nullable String aid, @Nullable Instant canceledAt, String words) {
        return move(
                SUCCEEDED,
                expected(id, version)
                        .and("aid", clipped(aid))
                        .and("canceledAt", canceledAt == null ? null : canceledAt.atOffset(ZoneOffset.UTC))
                        .and("words", clipped(words)),
                counter::succeeded);
    }

    /// By a plain refusal of the only send: the amount is free, and `order` is asked soon whether that is so.
    public Uni<Moved> refused(UUID id, long version, Failure failure, String words, Duration askAfter) {
        return failed(expected(id, version).and("confirmed", false).and("pause", askAfter), failure, words);
    }

    /// By the word of `order`, which shows that the money is still there.
    public Uni<Moved> failed(UUID id, long version, Failure failure, String words) {
        return failed(expected(id, version).and("confirmed", true).and("pause", Duration.ZERO), failure, words);
    }

    private Uni<Moved> failed(Values values, Failure failure, String words) {
        Words explanation = NextStep.after(failure);
        return move(
                FAILED,
                values.and("failure", failure.name())
                        .and("words", clipped(words))
                        .and("explanation", (Object)
                                new JsonObject().put("ko", explanation.ko()).put("en", explanation.en())),
                () -> counter.failed(failure));
    }

    public Uni<Moved> escalated(UUID id, long version, ReviewReason reason) {
        return move(ESCALATED, expected(id, version).and("reason", reason.name()), () -> counter.escalated(reason));
    }

    private static Values expected(UUID id, long version) {
        return Values.with("id", id).and("version", version).and("traceparent", Traceparent.current());
    }

    private Uni<Moved> move(Statement statement, Values values, Runnable count) {
        return move(statement, values, MOST_TRIES).invoke(moved -> {
            if (moved == Moved.DONE) {
                count.run();
            }
        });
    }

    private Uni<Moved> move(Statement statement, Values values, int triesLeft) {
        return statement
                .run(pool, values)
                .map(Moved::of)
                .chain(moved -> moved == Moved.CONTENDED && triesLeft > 1
                        ? move(statement, values, triesLeft - 1)
                        : Uni.createFrom().item(moved))
                .invoke(moved -> {
                    if (moved == Moved.DONE) {
                        relay.wake();
                    }
                });
    }

    /// A word out of KakaoPay's answer must never make a refund impossible to store.
    private static @Nullable String clipped(@Nullable String words) {
        if (words == null) {
            return null;
        }
        String plain = words.replace("\0", "");
        return plain.length() > 120 ? plain.substring(0, 120) : plain;
    }
}
