package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.transactions.domain.Cursor;
import com.coworkpay.reporting.transactions.domain.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the report.
@Schema(name = "TransactionPageResponse")
public record TransactionPageResponse(
        @Schema(description = "Newest first") List<TransactionItemResponse> transactions,

        @Schema(description = "Send it as `cursor` with the same filters for the next page; null on the last one")
        @Nullable
        String nextCursor,

        @Schema(description = "The zone in which days begin and end")
        String timezone,

        CompletenessResponse completeness) {

    /// @param next already in words
    static TransactionPageResponse of(Page page, @Nullable String next) {
        return new TransactionPageResponse(
                page.transactions().stream().map(TransactionItemResponse::of).toList(),
                next,
                page.context().zone().getId(),
                CompletenessResponse.of(page.context()));
    }

    static @Nullable String encoded(
            @Nullable Cursor cursor, String locationId, com.coworkpay.reporting.transactions.domain.Filter filter) {
        return cursor == null ? null : cursor.encode(locationId, filter);
    }
}
