package com.coworkpay.reporting.topics;

import com.coworkpay.reporting.projection.domain.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads partitions from given offsets on, beside all consumers and in no group. Blocks: for virtual threads only, one
/// after the other.
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(KafkaConsumer<byte[], byte[]> consumer, Map<Partition, Long> from) {
        this.consumer = consumer;
        consumer.assign(from.keySet().stream().map(TopicReader::of).toList());
        from.forEach((partition, offset) -> consumer.seek(of(partition), offset));
    }

    /// Records, and how far each partition was read with them: also past what is not there any more.
    public record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<Partition, Long> positions) {}

    public Batch read(Duration timeout) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(timeout).forEach(records::add);
        Map<Partition, Long> positions = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> positions.put(
                        new Partition(partition.topic(), partition.partition()), consumer.position(partition)));
        return new Batch(records, positions);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static TopicPartition of(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }
}
