package com.coworkpay.reporting.rebuild.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rebuild as an operator sees it.
///
/// @param recordsSkipped nobody can read them; they are dead letters of the consumers
/// @param offsetsRead of all partitions together, of `offsetsToRead`
public record Rebuild(
        UUID id,
        RebuildState state,
        RebuildPhase phase,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long recordsRead,
        long recordsSkipped,
        @Nullable Long offsetsRead,
        @Nullable Long offsetsToRead,
        @Nullable RebuildFailure failure,
        @Nullable String lastProblem) {}
