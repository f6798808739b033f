package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.refund.cancellation.DecisionStore.StoredCase;
import com.coworkpay.refund.policy.domain.DecisionReason;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decides all undecided cases of payables, overpayments included. Called after the commit of each fact that may
/// complete a case: the cancellation, the payment, the location. So the last of them finds the case complete, and a
/// second call finds it decided.
@ApplicationScoped
public class DecideCancellations {

    private static final Logger LOG = Logger.getLogger(DecideCancellations.class);

    /// Each round decides something or finds that another process did.
    private static final int MAX_ROUNDS = 1000;

    private final DecisionCaseStore caseStore;
    private final DecisionStore decisions;
    private final RefundWorker worker;
    private final DecisionMetrics metrics;
    private final SetAsideCancellationStore setAside;
    private final SetAsideMetrics setAsideMetrics;
    private final EventTimes times;
    private final FullDayStartStore starts;

    DecideCancellations(
            DecisionCaseStore caseStore,
            DecisionStore decisions,
            RefundWorker worker,
            DecisionMetrics metrics,
            SetAsideCancellationStore setAside,
            SetAsideMetrics setAsideMetrics,
            EventTimes times,
            FullDayStartStore starts) {
        this.caseStore = caseStore;
        this.decisions = decisions;
        this.worker = worker;
        this.metrics = metrics;
        this.setAside = setAside;
        this.setAsideMetrics = setAsideMetrics;
        this.times = times;
        this.starts = starts;
    }

    /// @param traceparents in whose trace a payment's overpayment is refunded; a cancellation has its own
    public Uni<Void> ofPayables(Collection<PayableRef> payables, Map<UUID, @Nullable String> traceparents) {
        return payables.isEmpty()
                ? Uni.createFrom().voidItem()
                : rounds(() -> caseStore.ofPayables(payables, traceparents), MAX_ROUNDS)
                        .replaceWithVoid();
    }

    public Uni<Void> ofLocation(String locationId) {
        return rounds(() -> caseStore.ofLocation(locationId), MAX_ROUNDS).replaceWithVoid();
    }

    /// Complete cases that are still undecided: there should be none.
    ///
    /// @param within the maximum age of the facts
    /// @return how many cases there were
    public Uni<Integer> forgotten(Duration within) {
        return rounds(() -> caseStore.forgotten(within), MAX_ROUNDS);
    }

    /// @return how many were decided here
    private Uni<Integer> rounds(Supplier<Uni<List<DecisionCase>>> find, int roundsLeft) {
        return find.get().chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            if (roundsLeft == 0) {
                return Uni.createFrom().failure(new IllegalStateException("decisions do not come to an end"));
            }
            return handle(found)
                    .chain(handled -> handled == found.size() && !DecisionCaseStore.isFull(found)
                            ? Uni.createFrom().item(handled)
                            : rounds(find, roundsLeft - 1).map(more -> handled + more));
        });
    }

    private enum Fate {
        DECIDE,
        SET_ASIDE,
        WAIT
    }

    /// @return how many were decided or set aside; those that wait for opening hours are not found again
    private Uni<Integer> handle(List<DecisionCase> found) {
        Map<Fate, List<DecisionCase>> byFate = found.stream().collect(Collectors.groupingBy(this::fate));
        List<DecisionCase> implausible = byFate.getOrDefault(Fate.SET_ASIDE, List.of());
        List<DecisionCase> waiting = byFate.getOrDefault(Fate.WAIT, List.of());
        var ofEachPayment = byFate.getOrDefault(Fate.DECIDE, List.of()).stream()
                .collect(Collectors.groupingBy(
                        DecisionCase::paymentId, LinkedHashMap::new, Collectors.toCollection(ArrayDeque::new)));
        return setAside(implausible)
                .chain(() -> waitForSchedules(waiting))
                .chain(() -> decide(ofEachPayment.values()))
                .map(decided -> implausible.size() + decided);
    }

    private Fate fate(DecisionCase found) {
        if (isImplausible(found)) {
            return Fate.SET_ASIDE;
        }
        return DecidedCase.of(found).result().reason() == DecisionReason.SCHEDULE_UNKNOWN ? Fate.WAIT : Fate.DECIDE;
    }

    private Uni<Void> waitForSchedules(List<DecisionCase> waiting) {
        return waiting.isEmpty()
                ? Uni.createFrom().voidItem()
                : starts.block(waiting.stream().map(DecisionCase::paymentId).collect(Collectors.toSet()))
                        .invoke(() -> waiting.forEach(each -> LOG.warnf(
                                "payment %s, cancellation %s waits for the opening hours of %s",
                                each.paymentId(), each.cancellationId(), each.locationId())));
    }

    /// The first case of each payment, then the next ones, as long as nothing is refunded: after a refund they are
    /// deferred.
    ///
    /// @return how many were decided
    private Uni<Integer> decide(Collection<ArrayDeque<DecisionCase>> payments) {
        var open = payments.stream().filter(cases -> !cases.isEmpty()).toList();
        if (open.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return store(open.stream().map(ArrayDeque::remove).toList()).chain(stored -> {
            Map<UUID, StoredCase> byPayment = stored.stream()
                    .collect(Collectors.toMap(each -> each.after().payment().paymentId(), each -> each));
            open.forEach(cases -> addNext(cases, byPayment));
            return decide(open).map(more -> stored.size() + more);
        });
    }

    /// Where the ledger had changed, the payment's other cases are left to the next round, and so are those after a
    /// refund.
    private static void addNext(ArrayDeque<DecisionCase> cases, Map<UUID, StoredCase> stored) {
        DecisionCase next = cases.poll();
        if (next == null) {
            return;
        }
        StoredCase before = stored.get(next.paymentId());
        if (before == null || before.decided().result().refunds()) {
            cases.clear();
        } else {
            cases.addFirst(next.after(before.after()));
        }
    }

    /// An overpayment has no cancellation whose time could be wrong.
    private boolean isImplausible(DecisionCase decisionCase) {
        return decisionCase.input().trigger() instanceof RefundTrigger.Canceled canceled
                && !decisionCase.released()
                && times.byPayment(canceled.canceledAt(), decisionCase.begunAt())
                        .isPresent();
    }

    private Uni<Void> setAside(List<DecisionCase> implausible) {
        return implausible.isEmpty()
                ? Uni.createFrom().voidItem()
                : setAside.ofPayments(implausible)
                        .invoke(setAsideMetrics::setAside)
                        .replaceWithVoid();
    }

    private Uni<List<StoredCase>> store(List<DecisionCase> found) {
        return decisions.store(found.stream().map(DecidedCase::of).toList()).invoke(stored -> {
            stored.stream().map(StoredCase::decided).forEach(each -> {
                log(each);
                metrics.decided(each);
            });
            if (!stored.isEmpty()) {
                worker.wake();
            }
        });
    }

    private static void log(DecidedCase decided) {
        LOG.infof(
                "payment %s, cancellation %s: %s, %d won",
                decided.decisionCase().paymentId(),
                decided.decisionCase().cancellationId(),
                decided.result().reason(),
                decided.result().amountKrw());
    }
}
