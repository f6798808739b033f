package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists and counts a location's refunds.
@ApplicationScoped
class ListRefunds {

    private final RefundListStore refunds;
    private final LocationZones zones;

    ListRefunds(RefundListStore refunds, LocationZones zones) {
        this.refunds = refunds;
        this.zones = zones;
    }

    Uni<RefundPageResponse> page(String locationId, RefundFilter filter, @Nullable String cursor, int limit) {
        String question = PageCursor.question("refunds", locationId, filter);
        var after = PageCursor.InTime.of(cursor, question);
        return zones.of(locationId).chain(zone -> refunds.page(locationId, filter, zone, after, limit + 1)
                .map(found -> page(found, question, limit, zone)));
    }

    Uni<RefundCountsResponse> counts(String locationId) {
        return zones.of(locationId).chain(zone -> {
            LocalDate today = LocalDate.now(zone);
            return refunds.counts(locationId, today.atStartOfDay(zone).toInstant())
                    .map(counts -> RefundCountsResponse.of(counts, today, zone));
        });
    }

    /// @param found one more than `limit` if there is a next page
    private static RefundPageResponse page(List<ListedRefund> found, String question, int limit, ZoneId zone) {
        List<ListedRefund> shown = found.subList(0, Math.min(limit, found.size()));
        return new RefundPageResponse(
                shown.stream().map(RefundPageResponse.LocationRefund::of).toList(),
                found.size() > limit ? shown.getLast().place().cursor(question) : null,
                zone.getId());
    }
}
