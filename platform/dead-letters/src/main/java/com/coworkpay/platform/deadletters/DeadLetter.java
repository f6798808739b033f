package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.outbox.DeadLetterKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dead letter as a list has it: nothing of what was sent but the event's id and type.
///
/// @param refusal why the last replay had no effect
record DeadLetter(
        UUID id,
        String topic,
        int partitionNo,
        long offsetNo,
        DeadLetterKind kind,
        String reason,
        String cut,
        @Nullable String eventId,
        @Nullable String eventType,
        Instant receivedAt,
        LetterStatus status,
        @Nullable String refusal) {}
