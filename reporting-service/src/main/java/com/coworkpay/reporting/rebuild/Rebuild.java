package com.coworkpay.reporting.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rebuild of the projection, as an operator sees it. Each member is the column of its name.
@Schema(name = "Rebuild")
record Rebuild(
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

        @Schema(description = "What made it pause, in a sentence; null while it works") @Nullable
        String lastProblem) {}
