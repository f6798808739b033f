package com.coworkpay.reporting.topics;

import com.coworkpay.reporting.projection.domain.Partition;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Opens readers of the topics.
@ApplicationScoped
public class TopicReaderFactory {

    private static final int FETCH_MAX_BYTES = 8 * 1024 * 1024;

    private final Map<String, Object> broker;

    TopicReaderFactory(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /// @param mostRecords of one read
    public TopicReader open(Map<Partition, Long> from, int maxRecords) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        // As the consumers do: what a sender took back is in no report.
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", maxRecords);
        settings.put("fetch.max.bytes", FETCH_MAX_BYTES);
        settings.put("enable.metrics.push", false);
        settings.put("client.id", "reporting-service-rebuild");
        return new TopicReader(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), from);
    }
}
