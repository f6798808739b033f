package com.coworkpay.platform.observability;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/// Carries out what is due, in this process; any number of processes may do so at once. What is due, and until when it
/// is leased, is stored in rows, so a restart loses nothing. Free capacity takes the next at once: nothing that is due
/// waits for the slowest call.
///
/// @param <T> what one lease is for: a payment, a refund
public final class LeasedWorker<T> {

    private static final Logger LOG = Logger.getLogger(LeasedWorker.class);

    /// How many may be in flight in this process.
    public interface Capacity<T> {
        /// How many may be taken now; zero if there is no room.
        int free();

        void acquire(T taken);

        void release(T done);
    }

    private final String name;
    private final InFlightWork inFlight;
    private final Capacity<T> capacity;
    private final IntFunction<Uni<List<T>>> take;
    private final Function<T, Uni<Void>> work;
    private final Function<T, String> label;
    private final AtomicBoolean filling = new AtomicBoolean();
    private volatile boolean mayBeMore;
    private volatile Runnable whenFree = () -> fill().subscribe().with(_ -> {});

    /// @param name in the log
    /// @param take leases at most so many that are due
    /// @param work on one; if it fails it is taken again when its lease is over
    /// @param label of one, in the log
    public LeasedWorker(
            String name,
            InFlightWork inFlight,
            Capacity<T> capacity,
            IntFunction<Uni<List<T>>> take,
            Function<T, Uni<Void>> work,
            Function<T, String> label) {
        this.name = name;
        this.inFlight = inFlight;
        this.capacity = capacity;
        this.take = take;
        this.work = work;
        this.label = label;
    }

    /// Where takes are gathered: asks for one instead of beginning it.
    public LeasedWorker<T> whenFree(Runnable ask) {
        whenFree = ask;
        return this;
    }

    /// Fills the free capacity and does not wait for the work. One call at a time; a concurrent one does nothing. Never
    /// fails.
    public Uni<Void> fill() {
        return filling.compareAndSet(false, true)
                ? fillUntilNothingIsDue().onTermination().invoke(() -> filling.set(false))
                : Uni.createFrom().voidItem();
    }

    /// Does all that is due, to its end, within the capacity: for tests that drive the worker by hand. Never fails.
    public Uni<Void> round() {
        return takeDue()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.join()
                                .all(taken.stream().map(this::carryOut).toList())
                                .andCollectFailures()
                                .chain(this::round));
    }

    private Uni<Void> fillUntilNothingIsDue() {
        return takeDue().chain(taken -> {
            taken.forEach(this::begin);
            return taken.isEmpty() || !mayBeMore ? Uni.createFrom().voidItem() : fillUntilNothingIsDue();
        });
    }

    private void begin(T taken) {
        carryOut(taken).subscribe().with(_ -> {
            if (mayBeMore) {
                whenFree.run();
            }
        });
    }

    private Uni<List<T>> takeDue() {
        int free = capacity.free();
        if (free == 0) {
            mayBeMore = true;
            return Uni.createFrom().item(List.of());
        }
        return inFlight.take(List.<T>of(), () -> take.apply(free))
                .invoke(taken -> {
                    mayBeMore = taken.size() == free;
                    taken.forEach(capacity::acquire);
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("%s pauses: %s", name, SafeErrorText.of(failure));
                    return List.of();
                });
    }

    private Uni<Void> carryOut(T taken) {
        return Uni.createFrom()
                .deferred(() -> work.apply(taken))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            SafeErrorText.traceOf(failure),
                            "%s: %s failed for now: %s",
                            name,
                            label.apply(taken),
                            SafeErrorText.of(failure));
                    return null;
                })
                .onTermination()
                .invoke(() -> capacity.release(taken));
    }
}
