package com.coworkpay.refund.refund.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Succeeded;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.persistence.RefundTransitionStore;
import com.coworkpay.refund.persistence.TransitionMetrics;
import com.coworkpay.refund.persistence.TransitionResult;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.domain.CancelOutcome.Canceled;
import com.coworkpay.refund.refund.domain.RefundTransition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/// Stores the outcome of a cancel, on the version that its claim left. An older version changes nothing:
/// [TransitionResult#OVERTAKEN].
@ApplicationScoped
public class CancelOutcomeStore {

    /// Requested again: whatever was sent surely moved no money. It is sent later, with growing pauses by
    /// `check_attempts`.
    private static final NamedQuery REQUESTED = NamedQuery.of("""
            update refund set status = 'REQUESTED', version = version + 1, cancel_attempts = 0, sent_at = null,
                   available_krw = null, only_attempt_declined = false, unsettled_since = null, soft_declines = :soft_declines, last_answer = left(:lastAnswer, 120),
                   check_attempts = check_attempts + 1, next_check_at = now() + refund_pause(check_attempts, requested_at, manual_review_since,
                     :firstPause::float8, :maxPause::float8, :maxPauseInReview::float8)
             where id = :id and version = :version and status || '' = 'IN_FLIGHT' and cancel_attempts = 1""");

    /// An attempt that was surely not sent does not count; the time of the last one that was sent is not known then,
    /// and the claim's own is later, which only makes the quiet time longer. From the first attempt on,
    /// `check_attempts` counts the order inquiries.
    private static final NamedQuery UNKNOWN = NamedQuery.of("""
            update refund set status = 'UNKNOWN', version = version + 1, cancel_attempts = cancel_attempts - :notSent::int,
                   only_attempt_declined = case when :notSent::int = 1 then only_attempt_declined
                                            else cancel_attempts = 1 and :declined end,
                   repeat_decline = coalesce(:repeatDecline::text, repeat_decline), last_answer = left(:lastAnswer, 120),
                   repeat_not_before = case when :bankDealOpen then now() + make_interval(secs => :bankQuietAfter)
                                            else repeat_not_before end,
                   check_attempts = case cancel_attempts when 1 then 0 else check_attempts end,
                   next_check_at = now() + refund_pause(case cancel_attempts when 1 then 0 else check_attempts end, unsettled_since,
                     manual_review_since, :firstPause::float8, :maxPause::float8, :maxPauseInReview::float8)
             where id = :id and version = :version and status || '' in ('IN_FLIGHT', 'UNKNOWN')""");

    private final Pool pool;
    private final RefundTransitionStore transitions;
    private final TransitionMetrics transitionMetrics;
    private final RefundConfig.Refund config;

    CancelOutcomeStore(
            Pool pool, RefundTransitionStore transitions, TransitionMetrics transitionMetrics, RefundConfig config) {
        this.pool = pool;
        this.transitions = transitions;
        this.transitionMetrics = transitionMetrics;
        this.config = config.refund();
    }

    public Uni<TransitionResult> record(CancelClaim claim, RefundTransition transition) {
        RefundState next = transition.next();
        return switch (next) {
            case Succeeded _ -> succeeded(claim, transition);
            case Failed _ ->
                transitions.declined(
                        claim.refundId(),
                        claim.version(),
                        Objects.requireNonNull(transition.failure()),
                        transition.lastAnswer(),
                        config.settlement().quietAfter());
            case Requested requested -> requestedAgain(claim, requested, transition);
            case Unknown _ -> unknown(claim, transition);
            case InFlight _, AwaitingApproval _ ->
                throw new IllegalStateException("no answer to cancel leads to " + next.status());
        };
    }

    private Uni<TransitionResult> succeeded(CancelClaim claim, RefundTransition transition) {
        Canceled canceled = Objects.requireNonNull(transition.canceled(), "succeeded without KakaoPay's confirmation");
        return transitions.succeeded(
                claim.refundId(), claim.version(), canceled.aid(), canceled.canceledAt(), transition.lastAnswer());
    }

    private Uni<TransitionResult> requestedAgain(CancelClaim claim, Requested requested, RefundTransition transition) {
        Parameters values = expected(claim, transition)
                .and("soft_declines", requested.softDeclines())
                .and("firstPause", config.execution().firstPause())
                .and("maxPause", config.execution().maxPause())
                .and("maxPauseInReview", config.settlement().maxPauseInReview());
        return REQUESTED.run(pool, values).map(rows -> result(rows.rowCount()));
    }

    private Uni<TransitionResult> unknown(CancelClaim claim, RefundTransition transition) {
        Failure repeatDecline = transition.failure();
        Parameters values = expected(claim, transition)
                .and("notSent", transition.sent() ? 0 : 1)
                .and("repeatDecline", repeatDecline == null ? null : repeatDecline.name())
                .and("firstPause", config.settlement().firstPause())
                .and("maxPause", config.settlement().maxPause())
                .and("maxPauseInReview", config.settlement().maxPauseInReview())
                .and("declined", transition.declined())
                .and("bankDealOpen", transition.bankDealOpen())
                .and("bankQuietAfter", config.settlement().bankQuietAfter());
        return UNKNOWN.run(pool, values).map(rows -> result(rows.rowCount())).invoke(result -> {
            if (result == TransitionResult.DONE && claim.state().cancelAttempts() == 1) {
                transitionMetrics.unknown();
            }
        });
    }

    private static Parameters expected(CancelClaim claim, RefundTransition transition) {
        return Parameters.with("id", claim.refundId())
                .and("version", claim.version())
                .and("lastAnswer", transition.lastAnswer());
    }

    private static TransitionResult result(int rows) {
        return rows == 1 ? TransitionResult.DONE : TransitionResult.OVERTAKEN;
    }
}
