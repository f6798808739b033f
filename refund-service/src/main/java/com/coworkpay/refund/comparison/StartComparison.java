package com.coworkpay.refund.comparison;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.cancellation.LocationReplicaStore;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/// A person requests a comparison of a period: stored with its payments, compared by the workers of all processes.
@ApplicationScoped
class StartComparison {

    /// While the location, or its zone, is not known here: each comparison says by which zone its days are.
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private static final String SAME_KEY = "comparison_idempotency";
    private static final String ONE_RUNNING = "comparison_one_running";

    private final ComparisonStore comparisons;
    private final LocationReplicaStore locations;

    StartComparison(ComparisonStore comparisons, LocationReplicaStore locations) {
        this.comparisons = comparisons;
        this.locations = locations;
    }

    /// @return its id, the same for the same key. Runs to its end even if the caller disconnects.
    Uni<UUID> start(String locationId, ComparisonRequest request, String requestedBy, String idempotencyKey) {
        return zone(locationId)
                .map(zone -> request.in(locationId, zone, requestedBy, idempotencyKey))
                .chain(comparison -> comparisons
                        .earlier(comparison)
                        .chain(earlier -> earlier.isPresent() ? same(comparison, earlier.get()) : create(comparison)))
                .memoize()
                .indefinitely();
    }

    private Uni<UUID> create(NewComparison comparison) {
        UUID id = Ids.next();
        return comparisons
                .create(id, comparison)
                .replaceWith(id)
                .onFailure(failure ->
                        UniqueViolation.isOf(SAME_KEY, failure) || UniqueViolation.isOf(ONE_RUNNING, failure))
                // Of two at once with one key, either index may be the first to refuse the second one.
                .recoverWithUni(() -> comparisons
                        .earlier(comparison)
                        .chain(earlier -> earlier.isPresent()
                                ? same(comparison, earlier.get())
                                : Uni.createFrom().failure(ProblemException.of(RefundProblem.COMPARISON_RUNNING))));
    }

    private static Uni<UUID> same(NewComparison comparison, ComparisonStore.Earlier earlier) {
        return earlier.requestHash().equals(comparison.requestHash())
                ? Uni.createFrom().item(earlier.id())
                : Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED)
                                .field("Idempotency-Key"));
    }

    private Uni<ZoneId> zone(String locationId) {
        return locations.timezone(locationId).map(name -> name.flatMap(TimeZones::find)
                .orElse(KOREA));
    }
}
