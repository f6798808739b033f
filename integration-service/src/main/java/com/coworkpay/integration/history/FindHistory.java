package com.coworkpay.integration.history;

import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists what the audit trail has of a location's connection.
@ApplicationScoped
class FindHistory {

    private final HistoryStore history;
    private final GetLocation locations;

    FindHistory(HistoryStore history, GetLocation locations) {
        this.history = history;
        this.locations = locations;
    }

    Uni<HistoryPageResponse> page(String locationId, @Nullable String cursor, int limit) {
        String question = PageCursor.question("history", locationId);
        var after = PageCursor.InTime.of(cursor, question);
        return history.page(locationId, after, limit + 1)
                .call(rows -> rows.isEmpty() && after == null
                        ? locations.get(locationId)
                        : Uni.createFrom().nullItem())
                .map(rows -> page(rows, question, limit));
    }

    /// @param found one more than `limit` if there is a next page
    private static HistoryPageResponse page(List<HistoryStore.AuditedChange> found, String question, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new HistoryPageResponse(
                shown.stream().map(HistoryPageResponse.HistoryEntry::of).toList(),
                found.size() > limit ? shown.getLast().place().cursor(question) : null);
    }
}
