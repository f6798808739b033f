package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.outbox.DeadLetterKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message that could not be processed.
@Schema(name = "DeadLetter")
record DeadLetterResponse(
        UUID deadLetterId,

        @Schema(description = "Where the message lies, whole")
        String topic,

        int partition,
        long offset,

        @Schema(
                description =
                        "UNREADABLE: no event of the contract; REFUSED_BY_DATABASE: a value or constraint; HANDLER_FAILED:"
                                + " several tries failed")
        DeadLetterKind kind,

        @Schema(description = "Why it could not be processed; without personal data")
        String reason,

        @Schema(description = "ce_id, if it has one") @Nullable
        String eventId,

        @Schema(description = "ce_type, if it has one") @Nullable
        String eventType,

        Instant receivedAt,

        @Schema(
                description =
                        "OPEN waits for a person; REPLAYING is under way; REPLAYED took effect; DISMISSED needs none")
        LetterStatus status,

        @Schema(description = "Why the last replay had no effect; null if there was none, or it had one") @Nullable
        String refusal) {

    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.id(),
                letter.topic(),
                letter.partitionNo(),
                letter.offsetNo(),
                letter.kind(),
                letter.reason(),
                letter.eventId(),
                letter.eventType(),
                letter.receivedAt(),
                letter.status(),
                letter.refusal());
    }
}
