package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.refund.cancellation.domain.Decided;
import com.coworkpay.refund.cancellation.domain.Undecided;
import com.coworkpay.refund.cancellation.persistence.Decisions;
import com.coworkpay.refund.cancellation.persistence.SetAsideCancellations;
import com.coworkpay.refund.cancellation.persistence.UndecidedPayments;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decides whatever is undecided about payables, surpluses included. Called after each fact that may complete a case
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
    private final DecisionMetrics metrics;
    private final SetAsideCancellations setAside;
    private final SetAsideMetrics setAsideMetrics;
    private final EventTimes times;

    DecideCancellations(
            UndecidedPayments undecided,
            Decisions decisions,
            RefundWorker worker,
            DecisionMetrics metrics,
            SetAsideCancellations setAside,
            SetAsideMetrics setAsideMetrics,
            EventTimes times) {
        this.undecided = undecided;
        this.decisions = decisions;
        this.worker = worker;
        this.metrics = metrics;
        this.setAside = setAside;
        this.setAsideMetrics = setAsideMetrics;
        this.times = times;
    }

    /// @param traces in whose trace a payment's surplus goes back; a cancellation has its own
    public Uni<Void> ofPayables(Collection<Payable> payables, Map<UUID, @Nullable String> traces) {
        return payables.isEmpty()
                ? Uni.createFrom().voidItem()
                : rounds(() -> undecided.ofPayables(payables, traces), MOST_ROUNDS)
                        .replaceWithVoid();
    }

    public Uni<Void> ofLocation(String locationId) {
        return rounds(() -> undecided.ofLocation(locationId), MOST_ROUNDS).replaceWithVoid();
    }

    /// What nobody came to decide: there should be none.
    ///
    /// @param within facts that came so long ago at most
    /// @return how many cases there were
    public Uni<Integer> forgotten(Duration within) {
        return rounds(() -> undecided.forgotten(within), MOST_ROUNDS);
    }

    /// @return how many were decided here
    private Uni<Integer> rounds(Supplier<Uni<List<Undecided>>> look, int roundsLeft) {
        return look.get().chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            if (roundsLeft == 0) {
                return Uni.createFrom().failure(new IllegalStateException("decisions do not come to an end"));
            }
            return handle(oneOfEachPayment(found))
                    .chain(handled -> handled == found.size() && !UndecidedPayments.isFull(found)
                            ? Uni.createFrom().item(handled)
                            : rounds(look, roundsLeft - 1).map(more -> handled + more));
        });
    }

    /// The others wait for the next round: a decision changes what the next one about the same payment sees.
    private static Collection<Undecided> oneOfEachPayment(List<Undecided> found) {
        Map<UUID, Undecided> first = new LinkedHashMap<>();
        found.forEach(each -> first.putIfAbsent(each.paymentId(), each));
        return first.values();
    }

    /// @return how many were decided or set aside
    private Uni<Integer> handle(Collection<Undecided> found) {
        Map<Boolean, List<Undecided>> byDoubt = found.stream().collect(Collectors.partitioningBy(this::isDoubtful));
        List<Undecided> doubtful = byDoubt.getOrDefault(true, List.of());
        List<Undecided> sound = byDoubt.getOrDefault(false, List.of());
        Uni<Integer> decided = sound.isEmpty() ? Uni.createFrom().item(0) : decide(sound);
        return doubtful.isEmpty()
                ? decided
                : setAside.ofPayments(doubtful)
                        .invoke(setAsideMetrics::setAside)
                        .chain(() -> decided.map(count -> count + doubtful.size()));
    }

    /// A surplus has no cancellation whose time could be wrong.
    private boolean isDoubtful(Undecided undecided) {
        return undecided.facts().cause() instanceof Cause.Canceled canceled
                && !undecided.released()
                && times.byPayment(canceled.canceledAt(), undecided.begunAt()).isPresent();
    }

    private Uni<Integer> decide(Collection<Undecided> found) {
        return decisions.store(found.stream().map(Decided::of).toList()).map(stored -> {
            stored.forEach(DecideCancellations::log);
            stored.forEach(metrics::decided);
            if (!stored.isEmpty()) {
                worker.wake();
            }
            return stored.size();
        });
    }

    private static void log(Decided decided) {
        LOG.infof(
                "payment %s, cancellation %s: %s, %d won",
                decided.about().paymentId(),
                decided.about().cancellationId(),
                decided.decision().reason(),
                decided.decision().amountKrw());
    }
}
