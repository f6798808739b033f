package com.coworkpay.platform.deadletters;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of dead letters.
@Schema(name = "DeadLetterPage")
record DeadLetterPageResponse(
        @Schema(description = "Newest first") List<DeadLetterResponse> deadLetters,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {}
