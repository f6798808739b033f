package com.coworkpay.platform.outbox;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
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
        @Nullable String key,
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
        Object key = raw.key();
        return new ConsumedRecord(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.timestamp(),
                key == null ? null : key.toString(),
                raw.value() instanceof byte[] bytes ? bytes : null,
                raw.headers());
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
