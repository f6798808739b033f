package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.domain.Undecided;
import com.coworkpay.refund.cancellation.persistence.Decisions;
import com.coworkpay.refund.cancellation.persistence.UndecidedPayments;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Decides whatever is undecided about a payable, a surplus included. Called after each fact that may complete a case
/// was committed: the cancellation, the payment, the location. Each looks after its own commit, so whichever is last
/// sees all; whoever decides twice finds it decided.
@ApplicationScoped
public class DecideCancellations {

    private static final Logger LOG = Logger.getLogger(DecideCancellations.class);

    /// Each round decides something or finds that somebody else did.
    private static final int MOST_ROUNDS = 1000;

    private final UndecidedPayments undecided;
    private final Decisions decisions;
    private final RefundWorker worker;

    DecideCancellations(UndecidedPayments undecided, Decisions decisions, RefundWorker worker) {
        this.undecided = undecided;
        this.decisions = decisions;
        this.worker = worker;
    }

    public Uni<Void> ofPayable(Payable payable) {
        return rounds(() -> undecided.ofPayable(payable), MOST_ROUNDS);
    }

    public Uni<Void> ofLocation(String locationId) {
        return rounds(() -> undecided.ofLocation(locationId), MOST_ROUNDS);
    }

    private Uni<Void> rounds(Supplier<Uni<List<Undecided>>> look, int roundsLeft) {
        return look.get().chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            if (roundsLeft == 0) {
                return Uni.createFrom().failure(new IllegalStateException("decisions do not come to an end"));
            }
            return decideAll(found).chain(() -> rounds(look, roundsLeft - 1));
        });
    }

    /// One after the other: a decision may change what the next one about the same payment sees, which then is not
    /// stored on the older version, and comes up again in the next round.
    private Uni<Void> decideAll(List<Undecided> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::decide)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> decide(Undecided payment) {
        Decision decision = RefundRule.decide(payment.facts());
        return decisions
                .store(payment, decision)
                .invoke(stored -> {
                    if (stored) {
                        LOG.infof(
                                "payment %s, cancellation %s: %s, %d won",
                                payment.paymentId(), payment.cancellationId(), decision.reason(), decision.amountKrw());
                        worker.wake();
                    }
                })
                .replaceWithVoid();
    }
}
