package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists a location's cancellations.
@ApplicationScoped
class ListCancellations {

    private final CancellationListStore cancellations;
    private final LocationZones zones;

    ListCancellations(CancellationListStore cancellations, LocationZones zones) {
        this.cancellations = cancellations;
        this.zones = zones;
    }

    Uni<CancellationPageResponse> page(
            String locationId, CancellationFilter filter, @Nullable String cursor, int limit) {
        String question = PageCursor.question("cancellations", locationId, filter);
        var after = PageCursor.InTime.of(cursor, question);
        return zones.of(locationId).chain(zone -> cancellations
                .page(locationId, filter, zone, after, limit + 1)
                .map(found -> page(found, question, limit, zone)));
    }

    /// @param found one more than `limit` if there is a next page
    private static CancellationPageResponse page(
            List<FoundCancellation> found, String question, int limit, ZoneId zone) {
        List<FoundCancellation> shown = found.subList(0, Math.min(limit, found.size()));
        return new CancellationPageResponse(
                shown.stream().map(CancellationResponse::of).toList(),
                found.size() > limit ? shown.getLast().place().cursor(question) : null,
                zone.getId());
    }
}
