package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Split;
import com.coworkpay.refund.persistence.MoveCounter;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.query.api.PathIds;
import com.coworkpay.refund.refund.domain.RefundWish;
import com.coworkpay.refund.refund.domain.Standing;
import com.coworkpay.refund.refund.persistence.RequestedRefunds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// An administrator gives money back: stored with its amount reserved, carried out by the worker.
@ApplicationScoped
public class RequestRefund {

    private static final int MOST_TRIES = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final RequestedRefunds refunds;
    private final RefundWorker worker;
    private final MoveCounter counter;

    RequestRefund(RequestedRefunds refunds, RefundWorker worker, MoveCounter counter) {
        this.refunds = refunds;
        this.worker = worker;
        this.counter = counter;
    }

    /// @return the refund's id, the same for the same key. Fails with a [ProblemException] of a [RefundProblem].
    ///     Goes on to its end even if the caller hangs up, so that the same key finds the refund.
    public Uni<UUID> request(RefundWish wish) {
        LogContext.paymentId(wish.paymentId().toString());
        return request(wish, MOST_TRIES).memoize().indefinitely();
    }

    private Uni<UUID> request(RefundWish wish, int triesLeft) {
        return refunds.look(wish)
                .map(found -> found.orElseThrow(() -> PathIds.notKnown(wish.paymentId())))
                .chain(standing -> answer(wish, standing, triesLeft));
    }

    private Uni<UUID> answer(RefundWish wish, Standing standing, int triesLeft) {
        Standing.Earlier earlier = standing.earlier();
        if (earlier != null) {
            return earlier.isSame(wish)
                    ? Uni.createFrom().item(earlier.refundId())
                    : Uni.createFrom().failure(reused());
        }
        Optional<ProblemException> refusal = refusal(wish, standing);
        if (refusal.isPresent()) {
            return Uni.createFrom().failure(refusal.get());
        }
        return refunds.request(
                        wish, standing.version(), Split.of(standing.ledger().left(), wish.wantedKrw()))
                .chain(made -> made.map(this::requested).orElseGet(() -> again(wish, triesLeft - 1)));
    }

    private Uni<UUID> requested(UUID refundId) {
        counter.requested(Origin.ADMINISTRATOR);
        worker.wake();
        return Uni.createFrom().item(refundId);
    }

    private Uni<UUID> again(RefundWish wish, int triesLeft) {
        return triesLeft > 0
                ? request(wish, triesLeft)
                : Uni.createFrom()
                        .failure(ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON));
    }

    private static Optional<ProblemException> refusal(RefundWish wish, Standing standing) {
        long balanceKrw = standing.ledger().balanceKrw();
        if (balanceKrw == 0) {
            return Optional.of(ProblemException.of(RefundProblem.NOTHING_LEFT));
        }
        if (balanceKrw != wish.balanceKrw()) {
            return Optional.of(ProblemException.of(RefundProblem.BALANCE_STALE)
                    .field("balanceKrw")
                    .with("balanceKrw", balanceKrw)
                    .code(String.valueOf(balanceKrw)));
        }
        if (standing.refunds() >= RefundRule.MOST_REFUNDS) {
            return Optional.of(ProblemException.of(RefundProblem.TOO_MANY_REFUNDS));
        }
        return wish.wantedKrw() > balanceKrw
                ? Optional.of(ProblemException.of(RefundProblem.AMOUNT_TOO_HIGH)
                        .field("amountKrw")
                        .with("balanceKrw", balanceKrw))
                : Optional.empty();
    }

    private static ProblemException reused() {
        return ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED).field("Idempotency-Key");
    }
}
