package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A CloudEvent that could be read; whether its data fits the contract is for the handler to see.
///
/// @param id unique within the source, constant through repetitions
/// @param time when the sender wrote it (`ce_time`); the record's own time where that is missing or garbled
/// @param timed the time is `ce_time`, the sender's own
/// @param key of the record as text, whatever bytes it has; null where the sender gave none
/// @param traceparent W3C trace context of the sender; null where there is none, or a malformed one
public record IncomingEvent(
        String id,
        String source,
        String type,
        Instant time,
        boolean timed,
        @Nullable String key,
        JsonNode data,
        @Nullable String traceparent,
        String topic,
        int partition,
        long offset) {}
