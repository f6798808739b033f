package com.coworkpay.integration.location;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the caller's locations.
@Schema(name = "LocationPageResponse")
record LocationPageResponse(
        @Schema(description = "By title") List<LocationSummary> locations,

        @Schema(description = "Send it as `cursor` with the same query for the next page; null on the last one")
        @Nullable
        String nextCursor) {

    /// A location to choose.
    @Schema(name = "LocationSummary")
    record LocationSummary(
            String locationId,

            @Schema(description = "False: the token names it, and the booking system has not registered it yet")
            boolean known,

            @Nullable String title,

            @Schema(description = "Name of an IANA time zone: the days of this location are that zone's") @Nullable
            String timezone,

            @Schema(pattern = "^(?:ko|en)$") @Nullable String locale,

            @Schema(description = "Whether new payments by KakaoPay have an account to go to")
            boolean connected,

            @Schema(description = "False: connected to a test account of KakaoPay, no money moves. Null: not connected")
            @Nullable
            Boolean live,

            @Schema(description = "As receipts show it; null: nothing is known") @Nullable
            SellerResponse seller,

            @Schema(description = "What the caller may do there, sorted", examples = "[\"payment:read\"]")
            List<String> permissions) {

        static LocationSummary of(LocationListStore.ListedLocation row, Collection<String> permissions) {
            return new LocationSummary(
                    row.locationId(),
                    row.title() != null,
                    row.title(),
                    row.timezone(),
                    row.locale(),
                    row.live() != null,
                    row.live(),
                    SellerResponse.of(row),
                    List.copyOf(permissions));
        }
    }
}
