package com.coworkpay.refund.batch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of a location's refund batches.
@Schema(name = "RefundBatchPageResponse")
record BatchPageResponse(
        @Schema(description = "Newest first") List<BatchResponse> batches,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {}
