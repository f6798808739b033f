package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.cancellation.StartTimeStore.ResolvedDay;
import com.coworkpay.refund.cancellation.StartTimeStore.UnresolvedDay;
import com.coworkpay.refund.policy.domain.Start;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Gives full-day bookings their start, once: a later change of the location's zone does not move it. Called after the
/// commit of each fact that may complete it (the payment, the rescheduling, the location), so that the last one
/// resolves it. The instant is computed here, by the JVM's zone rules; the database never gets a zone.
@ApplicationScoped
public class ResolveStarts {

    private final StartTimeStore rows;

    ResolveStarts(StartTimeStore rows) {
        this.rows = rows;
    }

    /// Days at locations that are not known yet, or whose zone is not, wait for them.
    public Uni<Void> at(Collection<String> locationIds) {
        if (locationIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows.unresolved(Set.copyOf(locationIds)).chain(days -> {
            var resolved = days.stream()
                    .map(ResolveStarts::resolve)
                    .flatMap(Optional::stream)
                    .toList();
            return resolved.isEmpty() ? Uni.createFrom().voidItem() : rows.store(resolved);
        });
    }

    private static Optional<ResolvedDay> resolve(UnresolvedDay unresolved) {
        return TimeZones.find(unresolved.timezone())
                .map(zone -> new ResolvedDay(
                        unresolved.locationId(),
                        unresolved.startDay(),
                        Start.firstMoment(unresolved.startDay(), zone)));
    }
}
