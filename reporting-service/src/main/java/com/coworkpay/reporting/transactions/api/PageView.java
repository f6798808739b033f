package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.transactions.domain.Cursor;
import com.coworkpay.reporting.transactions.domain.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the report.
@Schema(name = "TransactionPage")
public record PageView(
        @Schema(description = "Newest first") List<TransactionView> transactions,

        @Schema(description = "Send it as `cursor` with the same filters for the next page; null on the last one")
        @Nullable
        String nextCursor,

        @Schema(description = "The zone in which days begin and end")
        String timezone,

        CompletenessView completeness) {

    /// @param next already in words
    static PageView of(Page page, @Nullable String next) {
        return new PageView(
                page.transactions().stream().map(TransactionView::of).toList(),
                next,
                page.moment().zone().getId(),
                CompletenessView.of(page.moment()));
    }

    static @Nullable String encoded(
            @Nullable Cursor cursor, String locationId, com.coworkpay.reporting.transactions.domain.Filter filter) {
        return cursor == null ? null : cursor.encode(locationId, filter);
    }
}
