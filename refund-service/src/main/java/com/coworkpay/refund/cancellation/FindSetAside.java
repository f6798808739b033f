package com.coworkpay.refund.cancellation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists the cancellations of a location that were set aside.
@ApplicationScoped
class FindSetAside {

    private final SetAsideEntryStore entries;

    FindSetAside(SetAsideEntryStore entries) {
        this.entries = entries;
    }

    /// @param after the last one of the page before
    /// @param next the last one of this page, if there are more
    public record Page(
            List<SetAsideEntry> entries, @Nullable UUID next) {}

    /// Oldest first.
    public Uni<Page> page(String locationId, SetAsideStatus status, @Nullable UUID after, int max) {
        return entries.list(locationId, status, after, max + 1).map(found -> {
            if (found.size() <= max) {
                return new Page(found, null);
            }
            List<SetAsideEntry> page = found.subList(0, max);
            return new Page(page, page.getLast().id());
        });
    }
}
