package com.coworkpay.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The caller's locations.
public record LocationPage(
        List<Location> locations, @Nullable String nextCursor) {

    /// @param title null where integration-service does not know the location yet
    /// @param permissions of the caller, there
    public record Location(
            String locationId,
            @Nullable String title,
            @Nullable String timezone,
            boolean known,
            boolean connected,
            @Nullable Boolean live,
            @Nullable Seller seller,
            List<String> permissions) {

        public String name() {
            return title == null ? locationId : title;
        }

        public boolean may(String permission) {
            return permissions.contains(permission);
        }
    }
}
