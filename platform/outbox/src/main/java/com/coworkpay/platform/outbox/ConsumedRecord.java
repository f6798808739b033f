package com.coworkpay.platform.outbox;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// A record as it came, byte by byte.
record ConsumedRecord(
        String topic, int partition, long offset, @Nullable String key, byte @Nullable [] value, Headers headers) {
    static ConsumedRecord of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> metadata = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("not a message of a Kafka channel"));
        Object key = metadata.getKey();
        return new ConsumedRecord(
                metadata.getTopic(),
                metadata.getPartition(),
                metadata.getOffset(),
                key == null ? null : key.toString(),
                metadata.getRecord().value() instanceof byte[] bytes ? bytes : null,
                metadata.getHeaders());
    }

    /// The last header of that name.
    @Nullable
    String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
