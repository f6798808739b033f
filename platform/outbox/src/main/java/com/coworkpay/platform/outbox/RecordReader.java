package com.coworkpay.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Reads records as [EventConsumer] does, for whoever walks through a topic by themselves.
@ApplicationScoped
public class RecordReader {

    private final EventReader reader;

    @Inject
    RecordReader(ConsumerConfig config) {
        this(config.maxBytes());
    }

    /// Without a service around it.
    ///
    /// @param maxBytes largest value that is read
    public RecordReader(int maxBytes) {
        this.reader = new EventReader(maxBytes);
    }

    /// @throws UnreadableEvent for what [EventConsumer] sets aside
    public IncomingEvent read(ConsumerRecord<byte[], byte[]> from) {
        return reader.read(ConsumedRecord.of(from));
    }
}
