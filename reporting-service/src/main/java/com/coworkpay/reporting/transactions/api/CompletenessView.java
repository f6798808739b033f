package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.reading.domain.Moment;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Up to which moment an answer is complete.
@Schema(name = "Completeness")
public record CompletenessView(
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

    public static CompletenessView of(Moment moment) {
        return new CompletenessView(
                moment.completeness().upTo(), moment.completeness().recordsBehind(), moment.generation());
    }
}
