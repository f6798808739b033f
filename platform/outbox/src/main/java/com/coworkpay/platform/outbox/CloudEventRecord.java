package com.coworkpay.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// CloudEvents 1.0 in binary mode (Kafka protocol binding): attributes as `ce_` headers, data as the value.
final class CloudEventRecord {
    private CloudEventRecord() {}

    static ProducerRecord<byte[], byte[]> of(OutboxRow row, String service) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", row.id().toString());
        headers.put("ce_source", "/coworkpay/" + service);
        headers.put("ce_type", row.type());
        headers.put("ce_time", row.eventTime().toString());
        headers.put("ce_subject", row.key().aggregateId());
        headers.put("ce_aggregateversion", Long.toString(row.version()));
        headers.put("content-type", "application/json");
        if (row.traceparent() != null) {
            headers.put("traceparent", row.traceparent());
        }
        byte[] key = row.key().aggregateId().getBytes(StandardCharsets.UTF_8);
        byte[] value = row.payloadJson().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> result = new ProducerRecord<>(row.key().topic(), key, value);
        headers.forEach((name, text) -> result.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return result;
    }
}
