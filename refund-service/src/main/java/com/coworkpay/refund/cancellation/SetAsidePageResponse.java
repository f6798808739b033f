package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.FindSetAside.Page;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of set-aside cancellations.
@Schema(name = "SetAsidePageResponse")
record SetAsidePageResponse(
        @Schema(description = "Oldest first") List<SetAsideResponse> cancellations,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    static SetAsidePageResponse of(Page page) {
        UUID next = page.next();
        return new SetAsidePageResponse(
                page.entries().stream().map(SetAsideResponse::of).toList(), next == null ? null : next.toString());
    }
}
