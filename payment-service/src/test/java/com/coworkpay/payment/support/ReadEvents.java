package com.coworkpay.payment.support;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.RecordReader;
import com.coworkpay.platform.outbox.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Events as the consumers read them, without a service around it.
public final class ReadEvents {
    private static final RecordReader READER = new RecordReader(262_144);

    private ReadEvents() {}

    /// Why the data of an event is rejected; empty if it is read.
    public static Function<byte[], Optional<String>> refusal(String type, Consumer<IncomingEvent> read) {
        return json -> {
            ConsumerRecord<byte[], byte[]> raw = new ConsumerRecord<>("topic", 0, 0, null, json);
            raw.headers().add("ce_id", bytes("1")).add("ce_type", bytes(type));
            try {
                read.accept(READER.read(raw));
                return Optional.empty();
            } catch (UnreadableEventException unreadable) {
                return Optional.of(unreadable.reason());
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
