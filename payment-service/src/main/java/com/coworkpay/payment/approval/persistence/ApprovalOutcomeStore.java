package com.coworkpay.payment.approval.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.approval.domain.ApprovalTransition;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Canceled;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Overpaid;
import com.coworkpay.payment.domain.PaymentState.Paid;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.payment.persistence.TransitionResult;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/// Stores the outcome of an approve, on the version that its claim left. A caller with an older version gets
/// an empty result.
@ApplicationScoped
public class ApprovalOutcomeStore {

    /// Back to waiting: whatever was sent surely moved no money, so the slot is free again. The worker counts an
    /// attempt when it takes the payment, so nothing is counted here. No pause exceeds the end of the TID.
    private static final NamedQuery WAITING = NamedQuery.of("""
            with changed as (
              update payment p set status = 'WAITING', version = version + 1, soft_declines = :softDeclines,
                     pg_token = case when :keepToken then pg_token end, approve_sent_at = null, unsettled_since = null,
                     next_check_at = case when :keepToken
                       then least(
                         now() + make_interval(secs => least(:maxPause::float8, :firstPause::float8 * 2 ^ least(check_attempts, 20))),
                         case when initiated_at + make_interval(secs => :deadAfter) > now()
                              then initiated_at + make_interval(secs => :deadAfter) end)
                       else greatest(expires_at, now()) end
               where p.id = :id and p.version = :version and p.status || '' = 'APPROVING'
              returning p.version, p.status
            )
            select version, status from changed""");

    /// The pause before the first check; with `escalate` manual review is asked for in the same statement. Attempts
    /// that were counted while nothing could be sent say nothing about this answer, so the count starts again.
    private static final NamedQuery UNKNOWN =
            NamedQuery.of("""
            with changed as (
              update payment p set status = 'UNKNOWN', version = version + 1,
                     check_attempts = case when p.status = 'APPROVING' then 0 else check_attempts end,
                     last_inquiry_result = case when :escalate then 'CONTRADICTS' else last_inquiry_result end,
                     manual_review_since = case when :escalate then coalesce(manual_review_since, now()) else manual_review_since end,
                     next_check_at = now() + make_interval(secs => :firstPause)
               where p.id = :id and p.version = :version and p.status || '' in ('APPROVING', 'UNKNOWN')
            """ + OutboxSql.RETURNING + """
                 , :escalate and (old.manual_review_since is null) as newly_escalated
            ), published as (
            """ + OutboxSql.event("unsettled") + """
             where newly_escalated)
            select version, status from changed""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final PaymentTransitionStore transitions;
    private final TransitionMetrics metrics;
    private final PaymentConfig.Settlement config;

    ApprovalOutcomeStore(
            Pool pool,
            OutboxRelay relay,
            PaymentTransitionStore transitions,
            TransitionMetrics metrics,
            PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.transitions = transitions;
        this.metrics = metrics;
        this.config = config.payment().settlement();
    }

    public Uni<Optional<TransitionResult>> record(ApproveClaim claim, ApprovalTransition after) {
        PaymentState next = after.next();
        return switch (next) {
            case Paid _ -> transitions.paid(claim.id(), claim.version(), approvalOf(after));
            case Failed _ ->
                transitions.failed(
                        claim.id(), claim.version(), Objects.requireNonNull(after.reason()), after.decline());
            case Waiting waiting -> waitAgain(claim, waiting, after.keepToken());
            case Unknown _ -> unknown(claim, after.escalate());
            case Created _, Approving _, Canceled _, Overpaid _ ->
                throw new IllegalStateException("no answer to approve leads to " + next.status());
        };
    }

    private static ApprovalDetails approvalOf(ApprovalTransition after) {
        return Objects.requireNonNull(after.approval(), "paid without an approval");
    }

    private Uni<Optional<TransitionResult>> waitAgain(ApproveClaim claim, Waiting waiting, boolean keepToken) {
        Parameters values = expected(claim)
                .and("softDeclines", waiting.softDeclines())
                .and("keepToken", keepToken)
                .and("firstPause", config.firstPause())
                .and("maxPause", config.maxPause())
                .and("deadAfter", config.deadAfter());
        return WAITING.run(pool, values).map(TransitionResult::from);
    }

    private Uni<Optional<TransitionResult>> unknown(ApproveClaim claim, boolean escalate) {
        Parameters values = expected(claim)
                .and("escalate", escalate)
                .and("firstPause", config.firstPause())
                .and("traceparent", Traceparent.current());
        return UNKNOWN.run(pool, values).map(TransitionResult::from).invoke(result -> {
            result.filter(_ -> claim.state() instanceof Approving).ifPresent(m -> metrics.count(m.status()));
            relay.wake();
        });
    }

    private static Parameters expected(ApproveClaim claim) {
        return Parameters.with("id", claim.id()).and("version", claim.version());
    }
}
