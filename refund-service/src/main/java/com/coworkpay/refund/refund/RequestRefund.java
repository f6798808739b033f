package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.persistence.TransitionMetrics;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.query.api.PathIds;
import com.coworkpay.refund.refund.domain.LedgerSnapshot;
import com.coworkpay.refund.refund.domain.NewRefund;
import com.coworkpay.refund.refund.persistence.RefundRequestStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// An administrator requests a refund: stored with its amount reserved, executed by the worker.
@ApplicationScoped
public class RequestRefund {

    private static final int MAX_ATTEMPTS = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final RefundRequestStore refunds;
    private final RefundWorker worker;
    private final TransitionMetrics transitionMetrics;

    RequestRefund(RefundRequestStore refunds, RefundWorker worker, TransitionMetrics transitionMetrics) {
        this.refunds = refunds;
        this.worker = worker;
        this.transitionMetrics = transitionMetrics;
    }

    /// @return the refund's id, the same for the same key. Fails with a [ProblemException] of a [RefundProblem]. Runs
    ///     to its end even if the caller disconnects, so that the same key finds the refund.
    public Uni<UUID> request(NewRefund newRefund) {
        LogContext.paymentId(newRefund.paymentId().toString());
        return request(newRefund, MAX_ATTEMPTS).memoize().indefinitely();
    }

    private Uni<UUID> request(NewRefund newRefund, int attemptsLeft) {
        return refunds.find(newRefund)
                .map(found -> found.orElseThrow(() -> PathIds.notKnown(newRefund.paymentId())))
                .chain(snapshot -> answer(newRefund, snapshot, attemptsLeft));
    }

    private Uni<UUID> answer(NewRefund newRefund, LedgerSnapshot snapshot, int attemptsLeft) {
        LedgerSnapshot.ExistingRefund existing = snapshot.existing();
        if (existing != null) {
            return existing.isSame(newRefund)
                    ? Uni.createFrom().item(existing.refundId())
                    : Uni.createFrom().failure(reused());
        }
        Optional<ProblemException> refusal = refusal(newRefund, snapshot);
        if (refusal.isPresent()) {
            return Uni.createFrom().failure(refusal.get());
        }
        return refunds.request(
                        newRefund,
                        snapshot.version(),
                        TaxApportionment.of(snapshot.ledger().left(), newRefund.requestedKrw()))
                .chain(made -> made.map(this::requested).orElseGet(() -> again(newRefund, attemptsLeft - 1)));
    }

    private Uni<UUID> requested(UUID refundId) {
        transitionMetrics.requested(Origin.ADMINISTRATOR);
        worker.wake();
        return Uni.createFrom().item(refundId);
    }

    private Uni<UUID> again(NewRefund newRefund, int attemptsLeft) {
        return attemptsLeft > 0
                ? request(newRefund, attemptsLeft)
                : Uni.createFrom()
                        .failure(ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON));
    }

    private static Optional<ProblemException> refusal(NewRefund newRefund, LedgerSnapshot snapshot) {
        long balanceKrw = snapshot.ledger().balanceKrw();
        if (balanceKrw == 0) {
            return Optional.of(ProblemException.of(RefundProblem.NOTHING_LEFT));
        }
        if (balanceKrw != newRefund.balanceKrw()) {
            return Optional.of(ProblemException.of(RefundProblem.BALANCE_STALE)
                    .field("balanceKrw")
                    .with("balanceKrw", balanceKrw)
                    .code(String.valueOf(balanceKrw)));
        }
        if (snapshot.refunds() >= RefundRule.MAX_REFUNDS) {
            return Optional.of(ProblemException.of(RefundProblem.TOO_MANY_REFUNDS));
        }
        return newRefund.requestedKrw() > balanceKrw
                ? Optional.of(ProblemException.of(RefundProblem.AMOUNT_TOO_HIGH)
                        .field("amountKrw")
                        .with("balanceKrw", balanceKrw))
                : Optional.empty();
    }

    private static ProblemException reused() {
        return ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED).field("Idempotency-Key");
    }
}
