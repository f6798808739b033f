package com.coworkpay.platform.deadletters;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a person did about a dead letter. Written once.
@Schema(name = "DeadLetterAction")
record LetterAction(
        ActionKind action,
        @Schema(description = "Subject of the token") String actedBy,
        Instant actedAt,
        String note,

        @Schema(description = "Of a replay; null while it is under way") @Nullable
        Outcome outcome,

        @Schema(description = "Why a replay had no effect") @Nullable
        String refusal,

        @Nullable Instant endedAt) {

    @Schema(name = "DeadLetterReplayOutcome")
    enum Outcome {
        /// It took effect.
        DONE,
        /// It had no effect again.
        REFUSED
    }
}
