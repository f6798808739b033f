package com.coworkpay.refund.approval;

import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// A second person approves or declines a refund, or the one who asked takes it back: on the version that was read, so
/// that of two answers at once one counts.
@ApplicationScoped
class AnswerApproval {

    private static final Logger LOG = Logger.getLogger(AnswerApproval.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final LedgerStore ledgers;
    private final RefundWorker worker;

    AnswerApproval(LedgerStore ledgers, RefundWorker worker) {
        this.ledgers = ledgers;
        this.worker = worker;
    }

    /// @return the refund after it; as it is now if the same person answered the same before. Fails with a
    ///     [ProblemException] where the answer is not accepted
    Uni<Refund> answer(NewAnswer newAnswer) {
        LogContext.paymentId(newAnswer.paymentId().toString());
        return ledgers.read(newAnswer.paymentId())
                .map(found -> found.filter(
                                read -> read.ledger().payment().locationId().equals(newAnswer.locationId()))
                        .orElseThrow(PathIds::notFound))
                .chain(read -> answer(newAnswer, read))
                .onFailure(LedgerContendedException.class)
                .transform(_ -> ProblemException.of(CommonProblem.UNAVAILABLE).retryAfter(SOON))
                .memoize()
                .indefinitely();
    }

    private Uni<Refund> answer(NewAnswer newAnswer, ReadLedger read) {
        Refund refund = refund(newAnswer, read.ledger());
        return AnswerRule.isRepeated(newAnswer, refund)
                ? Uni.createFrom().item(refund)
                : ledgers.change(
                                read,
                                change(newAnswer),
                                null,
                                after -> newAnswer.audit(refund, refund(newAnswer, after)))
                        .chain(changed -> changed.isPresent()
                                ? Uni.createFrom().item(answered(newAnswer, changed.get()))
                                : current(newAnswer));
    }

    /// Looked at again on each version of the ledger. None where the same answer was given in the meantime.
    private static Change change(NewAnswer newAnswer) {
        return (before, at) -> {
            Refund refund = refund(newAnswer, before);
            if (AnswerRule.isRepeated(newAnswer, refund)) {
                return null;
            }
            AnswerRule.refusal(newAnswer, before, refund, at).ifPresent(AnswerApproval::refuse);
            return before.move(next(newAnswer, refund, at));
        };
    }

    private static void refuse(ProblemException problem) {
        throw problem;
    }

    private static RefundState next(NewAnswer newAnswer, Refund refund, Instant at) {
        return AnswerRule.next((AwaitingApproval) RefundState.of(refund), newAnswer, at);
    }

    private static Refund refund(NewAnswer newAnswer, Ledger ledger) {
        return ledger.refund(newAnswer.refundId()).orElseThrow(PathIds::notFound);
    }

    private Uni<Refund> current(NewAnswer newAnswer) {
        return ledgers.read(newAnswer.paymentId())
                .map(found ->
                        refund(newAnswer, found.orElseThrow(PathIds::notFound).ledger()));
    }

    private Refund answered(NewAnswer newAnswer, Ledger changed) {
        Refund after = refund(newAnswer, changed);
        LOG.infof("refund %s was %s by a person, and is %s", after.id(), newAnswer.kind(), after.status());
        worker.wake();
        return after;
    }
}
