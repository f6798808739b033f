package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the report.
@Schema(name = "TransactionPageResponse")
record TransactionPageResponse(
        @Schema(description = "Newest first") List<Transaction> transactions,

        @Schema(description = "Send it as `cursor` with the same filters for the next page; null on the last one")
        @Nullable
        String nextCursor,

        @Schema(description = "The zone in which days begin and end")
        String timezone,

        CompletenessResponse completeness) {

    /// @param found up to one more than fit on the page, which shows that there is a next one
    static TransactionPageResponse of(
            List<Transaction> found, int limit, String locationId, Filter filter, ReadContext context) {
        boolean more = found.size() > limit;
        List<Transaction> shown = more ? found.subList(0, limit) : found;
        return new TransactionPageResponse(
                shown,
                more ? shown.getLast().place().cursor(filter.question(locationId)) : null,
                context.zone().getId(),
                CompletenessResponse.of(context));
    }
}
