package com.coworkpay.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Reads records as [EventConsumer] does, for whoever walks through a topic by themselves.
@ApplicationScoped
public class RecordReader {

    private final EventReader reader;

    RecordReader(ConsumerConfig config) {
        this.reader = new EventReader(config.maxBytes());
    }

    /// @throws UnreadableEvent for what [EventConsumer] sets aside
    public IncomingEvent read(ConsumerRecord<String, byte[]> from) {
        return reader.read(ConsumedRecord.of(from));
    }
}
