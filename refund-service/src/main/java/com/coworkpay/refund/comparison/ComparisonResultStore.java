package com.coworkpay.refund.comparison;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.ComparisonOutcome;
import com.coworkpay.refund.domain.ComparisonTimes;
import com.coworkpay.refund.settlement.PaymentComparison;
import com.coworkpay.refund.settlement.PaymentComparison.AccountPause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores what comparisons found, and when each payment is compared next.
@ApplicationScoped
class ComparisonResultStore {

    /// Where a comparison of a period gets no answer, so often at most.
    private static final int MAX_ATTEMPTS = 3;

    /// It doubles each time: an account that is gone does not use up the quota.
    private static final int MAX_DOUBLINGS = 7;

    private static final NamedQuery PAUSE = NamedQuery.of("""
            insert into comparison_pause as p (merchant_account_id, until, times)
            values (:merchantAccountId, case when :quotaUsed
              then ((now() at time zone 'Asia/Seoul')::date + 1)::timestamp at time zone 'Asia/Seoul'
              else now() + make_interval(secs => :pause) end, 1)
            on conflict (merchant_account_id) do update
               set times = case when p.until <= now() then p.times + 1 else p.times end,
                   until = greatest(excluded.until, case when p.until <= now()
                     then now() + make_interval(secs => :pause * power(2, least(p.times, :maxDoublings::integer)))
                     else p.until end)""");

    /// An account that answered is well again.
    private static final NamedQuery OF_PAYMENT = NamedQuery.of("""
            with well as (delete from comparison_pause where merchant_account_id = :merchantAccountId and :isAnswered)
            update payment_comparison
               set step = :step, next_compare_at = :nextAt, compared_at = now(), outcome = :outcome,
                   outside_krw = :outsideKrw, late_krw = :lateKrw, missing_krw = :missingKrw, answer = :answer,
                   unexplained_since = case :outcome::text when 'UNEXPLAINED' then coalesce(unexplained_since, now())
                                                           when 'MATCHING' then null when 'RECORDED' then null
                                                           else unexplained_since end
             where payment_id = :paymentId""");

    private static final NamedQuery OF_COMPARISON = NamedQuery.of("""
            update compared_payment
               set outcome = :outcome, outside_krw = :outsideKrw, late_krw = :lateKrw, missing_krw = :missingKrw,
                   answer = :answer, compared_at = now()
             where comparison_id = :comparisonId and payment_id = :paymentId and outcome is null""");

    private static final NamedQuery AGAIN = NamedQuery.of("""
            update compared_payment set leased_until = now()
             where comparison_id = :comparisonId and payment_id = :paymentId and outcome is null""");

    private final Pool pool;
    private final RefundConfig.Comparison config;

    ComparisonResultStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().comparison();
    }

    Uni<Void> store(DueComparison due, PaymentComparison result) {
        return pause(due, result.account())
                .chain(() -> ofPayment(due, result))
                .chain(() -> due.comparisonId() == null
                        ? Uni.createFrom().voidItem()
                        : ofComparison(due, due.comparisonId(), result));
    }

    private Uni<Void> pause(DueComparison due, AccountPause pause) {
        return pause == AccountPause.NONE
                ? Uni.createFrom().voidItem()
                : PAUSE.run(
                                pool,
                                Parameters.with("merchantAccountId", due.merchantAccountId())
                                        .and("quotaUsed", pause == AccountPause.QUOTA)
                                        .and("pause", config.accountPause())
                                        .and("maxDoublings", MAX_DOUBLINGS))
                        .replaceWithVoid();
    }

    private Uni<Void> ofPayment(DueComparison due, PaymentComparison result) {
        Optional<ComparisonTimes.Next> next = ComparisonTimes.next(
                due.approvedAt(),
                config.window(),
                due.step(),
                result.outcome(),
                due.unexplainedSince(),
                result.outcome() == ComparisonOutcome.REFUND_UNDER_WAY || result.account() != AccountPause.NONE,
                result.at());
        Parameters values = found(result)
                .and("paymentId", due.paymentId())
                .and("merchantAccountId", due.merchantAccountId())
                .and("isAnswered", isAnswered(result))
                .and("step", next.map(ComparisonTimes.Next::step).orElse(ComparisonTimes.LAST_STEP))
                .and("nextAt", next.map(each -> utc(each.at())).orElse(null));
        return OF_PAYMENT.run(pool, values).replaceWithVoid();
    }

    private static boolean isAnswered(PaymentComparison result) {
        return switch (result.outcome()) {
            case MATCHING, RECORDED, UNEXPLAINED -> true;
            case REFUND_UNDER_WAY, NO_ANSWER -> false;
        };
    }

    private static @Nullable Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private Uni<Void> ofComparison(DueComparison due, UUID comparisonId, PaymentComparison result) {
        boolean isOver = result.outcome() != ComparisonOutcome.NO_ANSWER
                || result.account() == AccountPause.NONE
                || due.attempts() >= MAX_ATTEMPTS;
        Uni<?> stored = isOver
                ? OF_COMPARISON.run(
                        pool, found(result).and("paymentId", due.paymentId()).and("comparisonId", comparisonId))
                : AGAIN.run(pool, Parameters.with("paymentId", due.paymentId()).and("comparisonId", comparisonId));
        return stored.replaceWithVoid();
    }

    private static Parameters found(PaymentComparison result) {
        return Parameters.with("outcome", result.outcome().name())
                .and("outsideKrw", result.outsideKrw())
                .and("lateKrw", result.lateKrw())
                .and("missingKrw", result.missingKrw())
                .and("answer", result.answer());
    }
}
