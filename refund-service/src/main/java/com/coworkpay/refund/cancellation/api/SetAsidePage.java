package com.coworkpay.refund.cancellation.api;

import com.coworkpay.refund.cancellation.FindSetAside.Page;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of set-aside cancellations.
@Schema(name = "SetAsidePage")
public record SetAsidePage(
        @Schema(description = "Oldest first") List<SetAsideView> cancellations,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    static SetAsidePage of(Page page) {
        UUID next = page.next();
        return new SetAsidePage(
                page.entries().stream().map(SetAsideView::of).toList(), next == null ? null : next.toString());
    }
}
