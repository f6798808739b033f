package com.coworkpay.refund.schedule;

import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.cancellation.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Opening hours are set. What was resolved by earlier ones stays; what waited for some is resolved and decided now.
@ApplicationScoped
public class ChangeSchedule {

    private static final Logger LOG = Logger.getLogger(ChangeSchedule.class);

    /// Others add a version of the same schedule at the same moment, one after the other.
    private static final int MAX_TRIES = 20;

    private final ScheduleStore store;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;

    ChangeSchedule(ScheduleStore store, ResolveStarts resolveStarts, DecideCancellations decide) {
        this.store = store;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
    }

    /// Repeatable: the same hours again are no new version.
    public Uni<Void> change(NewSchedule schedule) {
        return change(List.of(schedule));
    }

    /// All of them are stored before anything is resolved: the schedules of a location come one after the other, and a
    /// day is resolved once.
    ///
    /// @return fails with an [UnreadableEventException] for other hours of the very same moment
    public Uni<Void> change(List<NewSchedule> schedules) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (NewSchedule schedule : schedules) {
            all = all.chain(() -> add(schedule, MAX_TRIES));
        }
        for (NewSchedule schedule : schedules) {
            all = all.chain(() -> complete(schedule));
        }
        return all;
    }

    private Uni<Void> add(NewSchedule schedule, int triesLeft) {
        return store.held(schedule).chain(held -> switch (held) {
            case SAME -> Uni.createFrom().voidItem();
            case CONTRADICTED ->
                Uni.createFrom()
                        .failure(new UnreadableEventException(
                                "changedAt is that of a change to other hours from the same day on"));
            case OTHERS ->
                store.latest(schedule)
                        .chain(latest -> store.add(schedule, latest.orElse(null)))
                        .chain(added -> {
                            if (added) {
                                LOG.infof(
                                        "location %s: %s has other opening hours from %s on",
                                        schedule.locationId(),
                                        schedule.schedule().kind(),
                                        schedule.validFrom());
                                return Uni.createFrom().voidItem();
                            }
                            return triesLeft == 0
                                    ? Uni.createFrom()
                                            .failure(new IllegalStateException("a schedule is changed all the time"))
                                    : add(schedule, triesLeft - 1);
                        });
        });
    }

    /// Also for a change that was stored before: the process may have ended just then.
    private Uni<Void> complete(NewSchedule schedule) {
        return resolveStarts.waitingAt(
                schedule.locationId(), schedule.schedule(), waited -> decide.ofPayables(waited, Map.of()));
    }
}
