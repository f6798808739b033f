package com.coworkpay.refund.comparison;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of a location's comparisons.
@Schema(name = "ComparisonPageResponse")
record ComparisonPageResponse(
        @Schema(description = "Newest first") List<ComparisonResponse> comparisons,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {}
