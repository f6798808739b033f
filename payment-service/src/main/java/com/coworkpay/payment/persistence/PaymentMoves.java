package com.coworkpay.payment.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The moves that end a payment, shared by approval and settlement. Each is one statement on one expected version:
/// the change, the erased token, the event and the notice, or nothing at all.
@ApplicationScoped
public class PaymentMoves {

    /// Here and wherever a row is found by its id, its status is compared as `status || ''`: a partial index on the
    /// status looks small to the planner, which would read all of it, dead entries included, in place of the
    /// primary key (ADR 0015).
    private static final String EXPECTED = " where p.id = :id and p.version = :version ";

    private static final Statement PAID = Statement.of("""
            with changed as (
              update payment p set status = 'PAID', version = version + 1, reason = null, pg_token = null, due_at = null,
                     approved_at = coalesce(:approvedAt::timestamptz, now()), method = :method::text,
                     card_company = :cardCompany::text, unsettled_since = null
              """ + EXPECTED
            + " and p.status || '' in ('APPROVING', 'UNKNOWN') "
            + Telling.RETURNING + """
            ), told as (""" + Telling.eventAndNotice("paid") + ") select version, status from changed");

    /// The payable of a surplus is not paid: of one that was waiting, the booking system hears that it is cancelled. Of
    /// one
    /// that was over it has heard that before.
    private static final Statement SURPLUS = Statement.of(
            """
            with changed as (
              update payment p set status = 'SURPLUS', version = version + 1, pg_token = null, due_at = null,
                     reason = 'MONEY_WITHOUT_PAYMENT', surplus_krw = total_krw,
                     approved_at = coalesce(:approvedAt::timestamptz, now()), method = :method::text,
                     card_company = :cardCompany::text, canceled_at = coalesce(p.canceled_at, now()), unsettled_since = null
              """ + EXPECTED + " and p.status || '' in ('WAITING', 'CANCELED', 'FAILED') " + Telling.RETURNING
                    + """
                 , old.status = 'WAITING' as was_waiting
            ), told as (""" + Telling.eventAndNotice("surplus", "canceled", "changed where was_waiting")
                    + ") select version, status from changed");

    private static final Statement CANCELED =
            Statement.of(over("CANCELED", "canceled_at", "'CREATED', 'WAITING', 'APPROVING', 'UNKNOWN'", "canceled"));

    private static final Statement FAILED =
            Statement.of(over("FAILED", "failed_at", "'CREATED', 'APPROVING', 'UNKNOWN'", "failed"));

    private final Pool pool;
    private final OutboxRelay relay;
    private final MoveCounter counter;
    private final Duration lateLook;
    private final Duration declineLook;

    PaymentMoves(Pool pool, OutboxRelay relay, MoveCounter counter, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.counter = counter;
        this.lateLook = config.payment().settlement().lateLookAfter();
        this.declineLook = config.payment().settlement().declineLookAfter();
    }

    /// A payment whose approval was ever claimed is looked at once more after it is over: should KakaoPay have
    /// taken the money after all, it is found and goes back.
    private static String over(String status, String at, String from, String event) {
        return """
                with changed as (
                  update payment p set status = '%s', %s = now(), version = version + 1, reason = :reason, pg_token = null,
                         refusal_code = :refusal::text, unsettled_since = null, looks = 0,
                         due_at = case when approve_claimed_at is not null
                                       then now() + make_interval(secs => :lateLook) end
                """.formatted(status, at) + EXPECTED + " and p.status || '' in (" + from + ") " + Telling.RETURNING + """
                ), told as ("""
                + Telling.eventAndNotice(event) + ") select version, status from changed";
    }

    public Uni<Optional<Moved>> paid(UUID id, long version, Money money) {
        return move(PAID, money(id, version, money)).invoke(moved -> moved.ifPresent(m -> counter.moved(m.status())));
    }

    public Uni<Optional<Moved>> surplus(UUID id, long version, Money money) {
        return move(SURPLUS, money(id, version, money)).invoke(moved -> count(moved, Reason.MONEY_WITHOUT_PAYMENT));
    }

    /// Legal from `CREATED` and `WAITING` at any time, from `APPROVING` and `UNKNOWN` on the word of `order` alone.
    public Uni<Optional<Moved>> canceled(UUID id, long version, Reason reason) {
        return move(CANCELED, over(id, version, reason, null, lateLook)).invoke(moved -> count(moved, reason));
    }

    /// @param decline KakaoPay's reason, where it said no
    public Uni<Optional<Moved>> failed(UUID id, long version, Reason reason, @Nullable Decline decline) {
        boolean mayBeATimeOut = decline != null && decline.mayBeATimeOut();
        return failed(id, version, reason, decline, mayBeATimeOut ? declineLook : lateLook);
    }

    /// On the word of `order`. Why an approval failed it does not say: it may have been a time-out.
    public Uni<Optional<Moved>> over(UUID id, long version, PaymentStatus to, Reason reason) {
        return to == PaymentStatus.FAILED
                ? failed(id, version, reason, null, declineLook)
                : canceled(id, version, reason);
    }

    private Uni<Optional<Moved>> failed(
            UUID id, long version, Reason reason, @Nullable Decline decline, Duration look) {
        return move(FAILED, over(id, version, reason, decline, look)).invoke(moved -> count(moved, reason));
    }

    private void count(Optional<Moved> moved, Reason reason) {
        moved.ifPresent(m -> counter.moved(m.status(), reason));
    }

    private Uni<Optional<Moved>> move(Statement statement, Values values) {
        return statement
                .run(pool, values.and("traceparent", Traceparent.current()))
                .map(Moved::from)
                .invoke(moved -> moved.ifPresent(_ -> relay.wake()));
    }

    private static Values money(UUID id, long version, Money money) {
        Instant approvedAt = money.approvedAt();
        return Values.with("id", id)
                .and("version", version)
                .and("approvedAt", approvedAt == null ? null : approvedAt.atOffset(ZoneOffset.UTC))
                .and("method", money.method())
                .and("cardCompany", clipped(money.cardCompany()));
    }

    private static Values over(UUID id, long version, Reason reason, @Nullable Decline decline, Duration look) {
        return Values.with("id", id)
                .and("version", version)
                .and("reason", reason.name())
                .and("refusal", decline == null ? (Object) null : decline.code())
                .and("lateLook", look);
    }

    /// A name out of KakaoPay's answer must never make a paid payment impossible to store.
    private static @Nullable String clipped(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.replace("\0", "");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }
}
