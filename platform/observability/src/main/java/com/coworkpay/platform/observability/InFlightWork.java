package com.coworkpay.platform.observability;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What this process has in hand besides requests: what its workers took, and the events that its consumers handle. A
/// stopping process ends it, so that KakaoPay's answer to a call under way is recorded by the process that made it.
///
/// - From the moment at which readiness is down, workers take nothing more ([#take]).
/// - When the requests are over, consumers begin nothing more ([#holdUntilTheEnd]), and what is in hand is waited for.
///
/// The waits are bounded, for all of it together. What is not over then stays as it is stored, like after a crash:
/// whoever looks next goes on with it.
@ApplicationScoped
public class InFlightWork {

    private static final Logger LOG = Logger.getLogger(InFlightWork.class);

    /// Before everybody else who ends something: what is in hand may still need all of it.
    private static final int FIRST = 1;

    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    private final Duration delay;
    private final Duration timeout;
    private int count;
    private boolean stopping;
    private boolean ending;
    private long untilNanos;

    /// @param delay for which requests go on to come after readiness is down
    /// @param timeout for which what is in hand is waited for after that
    public InFlightWork(
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout", defaultValue = "0S") Duration timeout) {
        this.delay = delay;
        this.timeout = timeout;
    }

    /// No worker takes anything any more.
    public synchronized boolean isStopping() {
        return stopping;
    }

    /// Takes work and does it, unless the process is stopping.
    ///
    /// @param otherwise the answer if it is
    public <T> Uni<T> take(T otherwise, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> isStopping() ? Uni.createFrom().item(otherwise) : hold(work));
    }

    /// Does work that was taken; the end of the process waits for it.
    public <T> Uni<T> hold(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            change(1);
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> change(-1));
        });
    }

    /// The same for work that comes by itself and is delivered again if it was not done: in the very last moments there
    /// is no answer any more.
    public <T> Uni<T> holdUntilTheEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> isEnding() ? Uni.createFrom().nothing() : hold(work));
    }

    /// Nothing is begun any more, and soon there is no database.
    public synchronized boolean isEnding() {
        return ending;
    }

    synchronized int count() {
        return count;
    }

    private synchronized void change(int by) {
        count += by;
        notifyAll();
    }

    /// Readiness is down from now on.
    public void stopTaking(@Observes ShutdownDelayInitiatedEvent leaving) {
        stopTaking();
    }

    private synchronized void stopTaking() {
        if (!stopping) {
            stopping = true;
            untilNanos = System.nanoTime() + delay.plus(timeout).toNanos();
        }
    }

    void awaitEnd(@Observes @Priority(FIRST) ShutdownEvent stopped) {
        stopTaking();
        int left = end();
        if (left > 0) {
            LOG.infof("waiting for the end of %d pieces of work", left);
            left = awaitNothing();
        }
        if (left > 0) {
            LOG.warnf("%d pieces of work did not end in time: others go on with what they took", left);
        }
    }

    private synchronized int end() {
        ending = true;
        untilNanos = Math.max(untilNanos, System.nanoTime() + MIN_WAIT.toNanos());
        return count;
    }

    private synchronized int awaitNothing() {
        try {
            for (long left = leftMs(); count > 0 && left > 0; left = leftMs()) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return count;
    }

    private long leftMs() {
        return (untilNanos - System.nanoTime()) / 1_000_000;
    }
}
