package com.coworkpay.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event to be published, as it is stored beside the change that it describes.
///
/// @param id made by us ([Ids#next()]); constant through every repetition, so that consumers can tell one
/// @param key Kafka key, order is kept within it; normally the aggregate's id
/// @param type literal of the contract, such as `coworkpay.payment.paid.v1`
/// @param version of the aggregate; consumers keep the highest
/// @param payloadJson the aggregate's whole public state, a JSON object
/// @param traceparent W3C trace context of the change ([Traceparent#current()])
public record OutboxEvent(
        UUID id,
        String topic,
        String aggregateType,
        String key,
        String type,
        long version,
        String payloadJson,
        @Nullable String traceparent) {
    public OutboxEvent {
        if (topic.isBlank() || aggregateType.isBlank() || key.isBlank() || type.isBlank()) {
            throw new IllegalArgumentException("topic, aggregate type, key and type are needed: " + type + " " + key);
        }
        if (version < 0) {
            throw new IllegalArgumentException("version is negative: " + version);
        }
    }
}
