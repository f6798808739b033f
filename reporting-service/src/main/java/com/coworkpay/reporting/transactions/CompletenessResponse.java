package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadContext;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Up to which moment an answer is complete.
@Schema(name = "Completeness")
record CompletenessResponse(
        @Schema(
                description = "Everything that the services had published by this moment is in the answer; null while"
                        + " nothing can be said")
        @Nullable
        Instant completeUpTo,

        @Schema(description = "Published events that are not in the answer yet, as last seen; null while not known")
        @Nullable
        Long eventsBehind,

        @Schema(description = "Generation of the projection; grows with each rebuild")
        long generation) {

    static CompletenessResponse of(ReadContext context) {
        return new CompletenessResponse(
                context.completeness().upTo(), context.completeness().recordsBehind(), context.generation());
    }
}
