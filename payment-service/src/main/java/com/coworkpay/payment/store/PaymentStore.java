package com.coworkpay.payment.store;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a payment, and writes it as it is after a change: the row and what it publishes, in one statement on the
/// version of the row before. So the event is exactly what was committed, and without it nothing is.
///
/// Statements that find rows by themselves and change them (claims, leases) stand with their features.
@ApplicationScoped
public class PaymentStore {

    private static final NamedQuery FIND = NamedQuery.of(
            "select %s, now() as now from payment p where p.id = :id".formatted(PaymentSnapshot.columns("p")));

    /// `refunded_krw` and `check_requested_at` have other writers. The next check is counted from now by this
    /// database's
    /// clock, wherever the change was made.
    private static final String CHANGED = """
            with changed as (
              update payment set version = :version, status = :status, reason = :reason, ready_attempts = :readyAttempts,
                     ready_claimed_at = :readyClaimedAt, partner_user_id = :partnerUserId, tid = :tid,
                     redirect_pc_url = :redirectPcUrl, redirect_mobile_url = :redirectMobileUrl,
                     redirect_app_url = :redirectAppUrl, android_app_scheme = :androidAppScheme,
                     ios_app_scheme = :iosAppScheme, pg_token = :pgToken, approve_claimed_at = :approveClaimedAt,
                     approve_sent_at = :approveSentAt, soft_declines = :softDeclines, decline_code = :declineCode,
                     approved_at = :approvedAt, method = :method, card_company = :cardCompany,
                     overpaid_krw = :overpaidKrw, initiated_at = :initiatedAt, expires_at = :expiresAt,
                     canceled_at = :canceledAt, failed_at = :failedAt, unsettled_since = :unsettledSince,
                     manual_review_since = :manualReviewSince, check_attempts = :checkAttempts,
                     next_check_at = now() + (:nextCheckAt::timestamptz - :at::timestamptz),
                     last_inquiry_result = :lastInquiryResult, last_answer = :lastAnswer
               where id = :id and version = :before
              returning id, payable_id, version, traceparent
            ), published as (
              insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
              select uuidv7(), 'payment.events', 'payment', id::text, :eventType, version, :event::text::jsonb,
                     coalesce(:currentTrace::text, traceparent)
                from changed where :eventType::text is not null
              union all
              select uuidv7(), 'booking.notices', 'notice', payable_id, :noticeType, version, :notice::text::jsonb,
                     coalesce(:currentTrace::text, traceparent)
                from changed where :noticeType::text is not null
            )""";

    private static final NamedQuery WRITE = NamedQuery.of(CHANGED + " select id from changed");

    private static final NamedQuery WRITE_AUDITED =
            NamedQuery.of(CHANGED + ", audited as (" + AuditSql.ifAny("changed") + ") select id from changed");

    private static final int MAX_ATTEMPTS = 10;

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final CheckTimes.Settings settings;

    PaymentStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.settings = settings(config.payment());
    }

    private static CheckTimes.Settings settings(PaymentConfig.Payment config) {
        PaymentConfig.Settlement settlement = config.settlement();
        return new CheckTimes.Settings(
                config.initiation().payWithin(),
                settlement.firstPause(),
                settlement.maxPause(),
                settlement.quietAfter(),
                settlement.deadAfter(),
                settlement.lateInquiryAfter(),
                settlement.declineInquiryAfter(),
                settlement.lateInquiryFor(),
                settlement.lateInquiryPause());
    }

    public Uni<Optional<PaymentSnapshot>> find(UUID id) {
        return FIND.run(pool, Parameters.with("id", id)).map(PaymentSnapshot::first);
    }

    /// @param move a legal change of the snapshot's state
    /// @return the payment afterwards; empty if it had changed since the snapshot, and nothing is written
    public Uni<Optional<Payment>> write(PaymentSnapshot before, Function<CheckTimes, PaymentState> move) {
        return write(before, move, Traceparent.current());
    }

    /// By a person: with its audit row in the same statement.
    public Uni<Optional<Payment>> writeAudited(
            PaymentSnapshot before, Function<CheckTimes, PaymentState> move, Function<Payment, AuditEntry> audit) {
        return write(pool, before, move, Traceparent.current(), audit)
                .invoke(written -> written.ifPresent(after -> committed(before, after)));
    }

    private Uni<Optional<Payment>> write(
            PaymentSnapshot before, Function<CheckTimes, PaymentState> move, @Nullable String traceparent) {
        return write(pool, before, move, traceparent)
                .invoke(written -> written.ifPresent(after -> committed(before, after)));
    }

    /// @param client a connection with a transaction, to which more belongs; call [#committed] afterwards
    public Uni<Optional<Payment>> write(
            SqlClient client,
            PaymentSnapshot before,
            Function<CheckTimes, PaymentState> move,
            @Nullable String traceparent) {
        return write(client, before, move, traceparent, null);
    }

    private Uni<Optional<Payment>> write(
            SqlClient client,
            PaymentSnapshot before,
            Function<CheckTimes, PaymentState> move,
            @Nullable String traceparent,
            @Nullable Function<Payment, AuditEntry> audit) {
        Instant at = before.time().now();
        Payment after = move.apply(new CheckTimes(at, settings)).payment();
        PaymentEvents published = PaymentEvents.of(before.payment(), after);
        String event = published.event();
        String notice = published.notice();
        Parameters values = Parameters.of(after)
                .and("before", before.payment().version())
                .and("at", at.atOffset(ZoneOffset.UTC))
                .and("eventType", (Object) event)
                .and("event", event == null ? null : PaymentEvents.state(after))
                .and("noticeType", (Object) notice)
                .and("notice", notice == null ? null : PaymentEvents.notice(after, at))
                .and("currentTrace", (Object) traceparent);
        NamedQuery statement = audit == null ? WRITE : WRITE_AUDITED;
        if (audit != null) {
            values.and("audit", AuditEntry.rows(audit.apply(after)));
        }
        return statement.run(client, values).map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(after));
    }

    /// Counts what came to a new status, and wakes the relay for its event.
    public void committed(PaymentSnapshot before, Payment after) {
        metrics.count(before.payment(), after);
        relay.wake();
    }

    /// Cancels a payment if it is still pending; otherwise it stays as it is.
    public Uni<Void> cancelPending(PaymentSnapshot found, Reason reason, @Nullable String traceparent) {
        return cancelPending(found, reason, traceparent, MAX_ATTEMPTS);
    }

    private Uni<Void> cancelPending(
            PaymentSnapshot found, Reason reason, @Nullable String traceparent, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("payment " + found.id() + " changed under every attempt"));
        }
        Uni<Optional<Payment>> written =
                switch (found.state()) {
                    case Created created -> write(found, times -> created.cancel(reason, times), traceparent);
                    case Waiting waiting -> write(found, times -> waiting.cancel(reason, times), traceparent);
                    default -> Uni.createFrom().item(Optional.of(found.payment()));
                };
        return written.chain(canceled -> canceled.isPresent()
                ? Uni.createFrom().voidItem()
                : find(found.id())
                        .chain(now -> cancelPending(now.orElseThrow(), reason, traceparent, attemptsLeft - 1)));
    }
}
