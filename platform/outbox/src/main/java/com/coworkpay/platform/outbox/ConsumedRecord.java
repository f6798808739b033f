package com.coworkpay.platform.outbox;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// A record as it came, byte by byte.
record ConsumedRecord(
        String topic,
        int partition,
        long offset,
        long timestampMs,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {
    static ConsumedRecord of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> metadata = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("not a message of a Kafka channel"));
        return of(metadata.getRecord());
    }

    /// Partition by partition, in the order of each.
    static List<ConsumedRecord> allOf(Message<List<byte[]>> batch) {
        IncomingKafkaRecordBatchMetadata<?, ?> metadata = batch.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("not a batch of a Kafka channel"));
        List<ConsumedRecord> all = new ArrayList<>(metadata.count());
        metadata.getRecords().forEach(each -> all.add(of(each)));
        return all;
    }

    static ConsumedRecord of(ConsumerRecord<?, ?> raw) {
        return new ConsumedRecord(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.timestamp(),
                raw.key() instanceof byte[] bytes ? bytes : null,
                raw.value() instanceof byte[] bytes ? bytes : null,
                raw.headers());
    }

    /// For whoever reads it; a record of its own is made from the bytes.
    @Nullable
    String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /// The last header of that name.
    @Nullable
    String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// Whether the last header of that name is UTF-8, if there is one: read as text, other bytes would all be one id.
    boolean isText(String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
