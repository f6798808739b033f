package com.coworkpay.refund.query;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of a location's cancellations.
@Schema(name = "CancellationPageResponse")
record CancellationPageResponse(
        @Schema(description = "Newest first, by the time at which they were received")
        List<CancellationResponse> cancellations,

        @Schema(description = "Send it as `cursor` with the same filters for the next page; null on the last one")
        @Nullable
        String nextCursor,

        @Schema(description = "The zone in which days begin and end")
        String timezone) {}
