package com.coworkpay.refund.persistence;

import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.domain.Attention;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.NextStep;
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
            "'IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION'",
            SUCCEED,
            """
            status = 'SUCCEEDED', aid = :aid::text, canceled_at = coalesce(:canceledAt::timestamptz, now()),
            finished_at = now(), due_at = null, last_answer = :words""",
            Telling.eventAndNotice("succeeded", "refunded", "REFUNDED", "(c.r).reason", "null"));

    private static final Statement FAILED = Telling.move(
            "'IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION'",
            RELEASE,
            "status = 'FAILED', failure = :failure, finished_at = now(), due_at = null, last_answer = :words",
            Telling.eventAndNotice("failed", "refund_failed", "REFUND_FAILED", "(c.r).failure", ":explanation::jsonb"));

    /// The amount stays reserved.
    private static final Statement NEEDS_ATTENTION =
            Telling.move("'UNKNOWN'", "", """
            status = 'NEEDS_ATTENTION', attention = :attention, attention_at = coalesce(r.attention_at, now()),
            due_at = now() + make_interval(secs => :pause)""", Telling.event("needs_attention"));

    /// Requested, and still not sent: a person should know, and it goes on by itself.
    private static final Statement FLAGGED = Telling.move(
            "'REQUESTED'", "", "attention = :attention, attention_at = now()", Telling.event("needs_attention"));

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

    /// Legal on the word of KakaoPay alone: a plain refusal of the only send, or `order`.
    public Uni<Moved> failed(UUID id, long version, Failure failure, String words) {
        Words explanation = NextStep.after(failure);
        return move(
                FAILED,
                expected(id, version)
                        .and("failure", failure.name())
                        .and("words", clipped(words))
                        .and("explanation", (Object)
                                new JsonObject().put("ko", explanation.ko()).put("en", explanation.en())),
                () -> counter.failed(failure));
    }

    public Uni<Moved> needsAttention(UUID id, long version, Attention attention, Duration pause) {
        return move(
                NEEDS_ATTENTION,
                expected(id, version).and("attention", attention.name()).and("pause", pause),
                () -> counter.needsAttention(attention));
    }

    public Uni<Moved> flagged(UUID id, long version) {
        return move(
                FLAGGED,
                expected(id, version).and("attention", Attention.NOT_SENT_FOR_LONG.name()),
                () -> counter.needsAttention(Attention.NOT_SENT_FOR_LONG));
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
