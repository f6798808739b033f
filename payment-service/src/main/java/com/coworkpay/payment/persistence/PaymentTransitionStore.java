package com.coworkpay.payment.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The transitions that end a payment, shared by approval and settlement. Each is one statement on one expected
/// version: the change, the erased token, the event and the notice, or nothing at all.
@ApplicationScoped
public class PaymentTransitionStore {

    /// Here and wherever a row is found by its id, its status is compared as `status || ''`: a partial index on the
    /// status seems small to the planner, which would read all of it, dead entries included, in place of the
    /// primary key (ADR 0015).
    private static final String EXPECTED = " where p.id = :id and p.version = :version ";

    private static final NamedQuery PAID = NamedQuery.of("""
            with changed as (
              update payment p set status = 'PAID', version = version + 1, reason = null, pg_token = null, next_check_at = null,
                     approved_at = coalesce(:approvedAt::timestamptz, now()), method = :method::text,
                     card_company = :cardCompany::text, unsettled_since = null
              """ + EXPECTED
            + " and p.status || '' in ('APPROVING', 'UNKNOWN') "
            + OutboxSql.RETURNING + """
            ), published as (""" + OutboxSql.eventAndNotice("paid") + ") select version, status from changed");

    /// The payable of an overpayment is not paid. For a payment that was waiting the booking system gets a canceled
    /// notice; for one that was over it got one before.
    private static final NamedQuery OVERPAID = NamedQuery.of(
            """
            with changed as (
              update payment p set status = 'OVERPAID', version = version + 1, pg_token = null, next_check_at = null,
                     reason = 'LATE_APPROVAL', overpaid_krw = total_krw,
                     approved_at = coalesce(:approvedAt::timestamptz, now()), method = :method::text,
                     card_company = :cardCompany::text, canceled_at = coalesce(p.canceled_at, now()), unsettled_since = null
              """ + EXPECTED + " and p.status || '' in ('WAITING', 'CANCELED', 'FAILED') " + OutboxSql.RETURNING
                    + """
                 , old.status = 'WAITING' as was_waiting
            ), published as (""" + OutboxSql.eventAndNotice("overpaid", "canceled", "changed where was_waiting")
                    + ") select version, status from changed");

    private static final NamedQuery CANCELED =
            NamedQuery.of(over("CANCELED", "canceled_at", "'CREATED', 'WAITING', 'APPROVING', 'UNKNOWN'", "canceled"));

    private static final NamedQuery FAILED =
            NamedQuery.of(over("FAILED", "failed_at", "'CREATED', 'APPROVING', 'UNKNOWN'", "failed"));

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final Duration lateInquiry;
    private final Duration declineInquiry;

    PaymentTransitionStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.lateInquiry = config.payment().settlement().lateInquiryAfter();
        this.declineInquiry = config.payment().settlement().declineInquiryAfter();
    }

    /// A payment whose approval was ever claimed is inquired about once more after it is over: if KakaoPay has
    /// taken the money after all, it is found and refunded.
    private static String over(String status, String at, String from, String event) {
        return """
                with changed as (
                  update payment p set status = '%s', %s = now(), version = version + 1, reason = :reason, pg_token = null,
                         decline_code = :declineCode::text, unsettled_since = null, check_attempts = 0,
                         next_check_at = case when approve_claimed_at is not null
                                       then now() + make_interval(secs => :lateInquiryAfter) end
                """.formatted(status, at) + EXPECTED + " and p.status || '' in (" + from + ") " + OutboxSql.RETURNING
                + """
                ), published as ("""
                + OutboxSql.eventAndNotice(event) + ") select version, status from changed";
    }

    public Uni<Optional<TransitionResult>> paid(UUID id, long version, ApprovalDetails approval) {
        return run(PAID, approval(id, version, approval))
                .invoke(result -> result.ifPresent(m -> metrics.count(m.status())));
    }

    public Uni<Optional<TransitionResult>> overpaid(UUID id, long version, ApprovalDetails approval) {
        return run(OVERPAID, approval(id, version, approval)).invoke(result -> count(result, Reason.LATE_APPROVAL));
    }

    /// Legal from `CREATED` and `WAITING` at any time, from `APPROVING` and `UNKNOWN` only after an order inquiry.
    public Uni<Optional<TransitionResult>> canceled(UUID id, long version, Reason reason) {
        return run(CANCELED, over(id, version, reason, null, lateInquiry)).invoke(result -> count(result, reason));
    }

    /// @param decline KakaoPay's reason, where it declined
    public Uni<Optional<TransitionResult>> failed(UUID id, long version, Reason reason, @Nullable Decline decline) {
        boolean mayBeATimeOut = decline != null && decline.mayBeATimeOut();
        return failed(id, version, reason, decline, mayBeATimeOut ? declineInquiry : lateInquiry);
    }

    /// After an order inquiry, which does not say why an approval failed: it may have been a time-out.
    public Uni<Optional<TransitionResult>> over(UUID id, long version, PaymentStatus to, Reason reason) {
        return to == PaymentStatus.FAILED
                ? failed(id, version, reason, null, declineInquiry)
                : canceled(id, version, reason);
    }

    private Uni<Optional<TransitionResult>> failed(
            UUID id, long version, Reason reason, @Nullable Decline decline, Duration delay) {
        return run(FAILED, over(id, version, reason, decline, delay)).invoke(result -> count(result, reason));
    }

    private void count(Optional<TransitionResult> result, Reason reason) {
        result.ifPresent(m -> metrics.count(m.status(), reason));
    }

    private Uni<Optional<TransitionResult>> run(NamedQuery statement, Parameters values) {
        return statement
                .run(pool, values.and("traceparent", Traceparent.current()))
                .map(TransitionResult::from)
                .invoke(result -> result.ifPresent(_ -> relay.wake()));
    }

    private static Parameters approval(UUID id, long version, ApprovalDetails approval) {
        Instant approvedAt = approval.approvedAt();
        return Parameters.with("id", id)
                .and("version", version)
                .and("approvedAt", approvedAt == null ? null : approvedAt.atOffset(ZoneOffset.UTC))
                .and("method", approval.method())
                .and("cardCompany", clipped(approval.cardCompany()));
    }

    private static Parameters over(UUID id, long version, Reason reason, @Nullable Decline decline, Duration delay) {
        return Parameters.with("id", id)
                .and("version", version)
                .and("reason", reason.name())
                .and("declineCode", decline == null ? (Object) null : decline.code())
                .and("lateInquiryAfter", delay);
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
