package com.coworkpay.integration.location;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the locations of a caller.
@ApplicationScoped
class FindLocations {

    private static final String BETWEEN = "\n";

    private final LocationListStore locations;
    private final Caller caller;

    FindLocations(LocationListStore locations, Caller caller) {
        this.locations = locations;
        this.caller = caller;
    }

    Uni<LocationPageResponse> page(
            @Nullable String query, @Nullable String locationId, @Nullable String cursor, int limit) {
        String question = PageCursor.question("locations", caller.subject(), query, locationId);
        LocationListStore.Place after = after(cursor, question);
        return find(query, locationId, after, limit + 1).map(rows -> page(rows, question, limit));
    }

    private Uni<List<LocationListStore.ListedLocation>> find(
            @Nullable String query, @Nullable String locationId, LocationListStore.@Nullable Place after, int max) {
        if (locationId != null) {
            List<String> only = caller.permissionsAt(locationId).isEmpty() ? List.of() : List.of(locationId);
            return locations.among(only, query, after, max);
        }
        return caller.isKnownEverywhere()
                ? locations.all(query, after, max)
                : locations.among(caller.locations(), query, after, max);
    }

    /// @param found one more than `limit` if there is a next page
    private LocationPageResponse page(List<LocationListStore.ListedLocation> found, String question, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new LocationPageResponse(
                shown.stream()
                        .map(row ->
                                LocationPageResponse.LocationSummary.of(row, caller.permissionsAt(row.locationId())))
                        .toList(),
                found.size() > limit ? cursor(shown.getLast().place(), question) : null);
    }

    private static String cursor(LocationListStore.Place place, String question) {
        return PageCursor.write(
                (place.locationId() + BETWEEN + place.sortKey()).getBytes(StandardCharsets.UTF_8), question);
    }

    private static LocationListStore.@Nullable Place after(@Nullable String cursor, String question) {
        if (cursor == null) {
            return null;
        }
        String[] parts = new String(PageCursor.read(cursor, question), StandardCharsets.UTF_8).split(BETWEEN, 2);
        return new LocationListStore.Place(parts[1], parts[0]);
    }
}
