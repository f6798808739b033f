package com.coworkpay.reporting.rebuild.api;

import com.coworkpay.reporting.rebuild.domain.Rebuild;
import com.coworkpay.reporting.rebuild.domain.RebuildFailure;
import com.coworkpay.reporting.rebuild.domain.RebuildPhase;
import com.coworkpay.reporting.rebuild.domain.RebuildState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rebuild of the projection.
@Schema(name = "Rebuild")
public record RebuildResponse(
        UUID id,
        RebuildState state,
        RebuildPhase phase,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long recordsRead,

        @Schema(description = "Records that nobody can read; they are dead letters of the consumers")
        long recordsSkipped,

        @Schema(description = "Of all partitions together; while it reads") @Nullable
        Long offsetsRead,

        @Schema(description = "It switches from there on; while it reads") @Nullable
        Long offsetsToRead,

        @Schema(description = "Why it was given up") @Nullable
        RebuildFailure failure,

        @Schema(description = "What made it pause, if it is pausing") @Nullable
        String lastProblem) {

    static RebuildResponse of(Rebuild rebuild) {
        return new RebuildResponse(
                rebuild.id(),
                rebuild.state(),
                rebuild.phase(),
                rebuild.requestedBy(),
                rebuild.requestedAt(),
                rebuild.finishedAt(),
                rebuild.recordsRead(),
                rebuild.recordsSkipped(),
                rebuild.offsetsRead(),
                rebuild.offsetsToRead(),
                rebuild.failure(),
                rebuild.lastProblem());
    }
}
