package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.refund.RefundRequestStore.ExistingRefund;
import com.coworkpay.refund.refund.RefundRequestStore.Found;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An administrator requests a refund: stored with its amount reserved, and executed by the worker, at once or after
/// somebody else has approved it.
@ApplicationScoped
class RequestRefund {

    private static final int MAX_ATTEMPTS = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String SAME_KEY = "refund_idempotency";

    private final RefundRequestStore requests;
    private final LedgerStore ledgers;
    private final RefundWorker worker;
    private final Duration expiresAfter;

    RequestRefund(RefundRequestStore requests, LedgerStore ledgers, RefundWorker worker, RefundConfig config) {
        this.requests = requests;
        this.ledgers = ledgers;
        this.worker = worker;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    /// @return the refund's id, the same for the same key. Fails with a [ProblemException] of a [RefundProblem]. Runs
    ///     to its end even if the caller disconnects, so that the same key finds the refund.
    public Uni<UUID> request(NewRefund newRefund) {
        LogContext.paymentId(newRefund.paymentId().toString());
        return request(newRefund, MAX_ATTEMPTS).memoize().indefinitely();
    }

    private Uni<UUID> request(NewRefund newRefund, int attemptsLeft) {
        return requests.find(newRefund)
                .map(found -> found.orElseThrow(() -> PathIds.notKnown(newRefund.paymentId())))
                .chain(found -> answer(newRefund, found, attemptsLeft));
    }

    private Uni<UUID> answer(NewRefund newRefund, Found found, int attemptsLeft) {
        ExistingRefund existing = found.existing();
        if (existing != null) {
            return existing.isSame(newRefund)
                    ? Uni.createFrom().item(existing.refundId())
                    : Uni.createFrom().failure(reused());
        }
        Optional<ProblemException> refusal = refusal(newRefund, found);
        return refusal.isPresent()
                ? Uni.createFrom().failure(refusal.get())
                : store(newRefund, found.read(), approval(newRefund, found))
                        .chain(stored -> stored.map(id -> Uni.createFrom().item(id))
                                .orElseGet(() -> again(newRefund, attemptsLeft - 1)));
    }

    /// @return empty if the ledger has changed, or a concurrent request with the same key was faster: all is looked at
    ///     again
    private Uni<Optional<UUID>> store(NewRefund newRefund, ReadLedger read, @Nullable Approval approval) {
        Ledger before = read.ledger();
        Instant at = read.time().now();
        UUID id = Ids.next();
        String traceparent = Traceparent.current();
        Refund refund = newRefund.refund(
                id, TaxApportionment.of(before.amounts().left(), newRefund.requestedKrw()), approval, at, traceparent);
        return ledgers.write(List.of(new LedgerChange(
                        before, before.request(refund), at, traceparent, null, newRefund.audit(refund))))
                .map(written -> written.isEmpty() ? Optional.<UUID>empty() : Optional.of(id))
                .invoke(stored -> stored.ifPresent(_ -> worker.wake()))
                .onFailure(failure -> UniqueViolation.isOf(SAME_KEY, failure))
                .recoverWithItem(Optional.empty());
    }

    /// One other person has to approve what is above the location's limit.
    private @Nullable Approval approval(NewRefund newRefund, Found found) {
        ApprovalLimit limit = Objects.requireNonNull(found.limit());
        return limit.isExceeded(found.read().ledger().amounts(), newRefund.requestedKrw())
                ? new Approval(
                        ApprovalLimit.SECOND_PERSON,
                        limit.krw(),
                        limit.version(),
                        found.read().time().now().plus(expiresAfter),
                        List.of())
                : null;
    }

    private Uni<UUID> again(NewRefund newRefund, int attemptsLeft) {
        return attemptsLeft > 0
                ? request(newRefund, attemptsLeft)
                : Uni.createFrom()
                        .failure(ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON));
    }

    private static Optional<ProblemException> refusal(NewRefund newRefund, Found found) {
        Ledger ledger = found.read().ledger();
        long balanceKrw = ledger.amounts().balanceKrw();
        if (balanceKrw == 0) {
            return Optional.of(ProblemException.of(RefundProblem.NOTHING_LEFT));
        }
        if (balanceKrw != newRefund.balanceKrw()) {
            return Optional.of(ProblemException.of(RefundProblem.BALANCE_STALE)
                    .field("balanceKrw")
                    .with("balanceKrw", String.format(Locale.ROOT, "%,d", balanceKrw))
                    .code(String.valueOf(balanceKrw)));
        }
        if (ledger.requestedRefunds() >= RefundRule.MAX_REFUNDS) {
            return Optional.of(ProblemException.of(RefundProblem.TOO_MANY_REFUNDS));
        }
        if (found.limit() == null) {
            return Optional.of(
                    ProblemException.of(RefundProblem.LOCATION_NOT_KNOWN_YET).retryAfter(SOON));
        }
        return newRefund.requestedKrw() > balanceKrw
                ? Optional.of(ProblemException.of(RefundProblem.AMOUNT_TOO_HIGH)
                        .field("amountKrw")
                        .with("balanceKrw", String.format(Locale.ROOT, "%,d", balanceKrw)))
                : Optional.empty();
    }

    private static ProblemException reused() {
        return ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED).field("Idempotency-Key");
    }
}
