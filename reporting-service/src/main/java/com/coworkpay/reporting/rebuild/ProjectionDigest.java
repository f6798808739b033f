package com.coworkpay.reporting.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything that a generation of the projection says, as one word.
@Schema(name = "ProjectionDigest")
record ProjectionDigest(
        long generation,

        @Schema(description = "In hex. The same events give the same word, in whatever order they came")
        String sha256) {}
