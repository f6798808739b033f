package com.coworkpay.refund.schedule;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.cancellation.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    /// Repeatable: the same change again is no new version.
    public Uni<Void> change(NewSchedule schedule) {
        return add(schedule, MAX_TRIES).chain(() -> complete(schedule.locationId()));
    }

    private Uni<Void> add(NewSchedule schedule, int triesLeft) {
        return store.add(schedule).chain(added -> {
            if (added) {
                LOG.infof(
                        "location %s: %s has other opening hours from %s on",
                        schedule.locationId(), schedule.schedule(), schedule.validFrom());
                return Uni.createFrom().voidItem();
            }
            return store.has(schedule).chain(has -> {
                if (has) {
                    return Uni.createFrom().voidItem();
                }
                return triesLeft == 0
                        ? Uni.createFrom().failure(new IllegalStateException("a schedule is changed all the time"))
                        : add(schedule, triesLeft - 1);
            });
        });
    }

    /// Also for a change that was stored before: the process may have crashed just then.
    private Uni<Void> complete(String locationId) {
        return resolveStarts.waitingAt(locationId, waited -> decide.ofPayables(waited, Map.of()));
    }
}
