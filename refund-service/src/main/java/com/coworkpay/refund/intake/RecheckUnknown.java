package com.coworkpay.refund.intake;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.cancellation.LocationReplicaStore;
import com.coworkpay.refund.cancellation.LocationReplicaStore.WithoutZone;
import com.coworkpay.refund.cancellation.ResolveStarts;
import com.coworkpay.refund.cancellation.UnknownTermsStore;
import com.coworkpay.refund.cancellation.UnknownTermsStore.MarkedTerms;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Locations whose zone, and payments whose terms, were not known to the process that stored them: a newer process
/// decides what waits for them. And payments of full days whose opening hours were not known when they were cancelled.
/// `coworkpay_locations_zone_unknown`, `coworkpay_refund_terms_unknown` and `coworkpay_cancellations_schedule_unknown`:
/// those that still wait.
@ApplicationScoped
public class RecheckUnknown {

    private static final Logger LOG = Logger.getLogger(RecheckUnknown.class);

    private final LocationReplicaStore locations;
    private final UpdateLocation updateLocation;
    private final UnknownTermsStore payments;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;
    private final AtomicLong waitingLocations = new AtomicLong();
    private final AtomicLong waitingPayments = new AtomicLong();
    private final AtomicLong waitingCancellations = new AtomicLong();

    RecheckUnknown(
            LocationReplicaStore locations,
            UpdateLocation updateLocation,
            UnknownTermsStore payments,
            ResolveStarts resolveStarts,
            DecideCancellations decide,
            MeterRegistry meters) {
        this.locations = locations;
        this.updateLocation = updateLocation;
        this.payments = payments;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
        meters.gauge("coworkpay.locations.zone.unknown", waitingLocations);
        meters.gauge("coworkpay.refund.terms.unknown", waitingPayments);
        meters.gauge("coworkpay.cancellations.schedule.unknown", waitingCancellations);
    }

    /// Never fails: it runs again.
    @Scheduled(
            identity = "recheck-unknown",
            every = "${coworkpay.refund.decision.recheck-unknown:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> recheck() {
        return orLater("time zones", locations.withoutZone().chain(this::zones))
                .chain(() -> orLater("terms of payments", payments.marked().chain(this::terms)))
                .chain(() -> orLater(
                        "opening hours",
                        resolveStarts
                                .leftBehind(waited -> decide.ofPayables(waited, Map.of()))
                                .chain(resolveStarts::countBlocked)
                                .invoke(waitingCancellations::set)
                                .replaceWithVoid()));
    }

    private Uni<Void> zones(List<WithoutZone> found) {
        var known = found.stream()
                .filter(location -> TimeZones.find(location.timezone()).isPresent())
                .toList();
        waitingLocations.set(found.size() - known.size());
        return Multi.createFrom()
                .iterable(known)
                .onItem()
                .transformToUniAndConcatenate(updateLocation::zoneKnown)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> terms(List<MarkedTerms> found) {
        waitingPayments.set(found.stream()
                .filter(Predicate.not(MarkedTerms::areKnown))
                .mapToLong(MarkedTerms::payments)
                .sum());
        return payments.termsKnown(found.stream().filter(MarkedTerms::areKnown).toList());
    }

    private static Uni<Void> orLater(String what, Uni<Void> check) {
        return check.onFailure().recoverWithItem(failure -> {
            LOG.warnf("the check of unknown %s failed: %s", what, SafeErrorText.of(failure));
            return null;
        });
    }
}
