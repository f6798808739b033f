package com.coworkpay.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// A dead letter: key, value and headers byte by byte, with the reason and where it lay. What does not fit is cut, the
/// value first, then headers and key; the letter says what was, and its place says where the whole is.
record DeadLetter(String topic, ConsumedRecord dead, DeadLetterReason reason) {
    static final String REASON = "dead-letter-reason";
    static final String KIND = "dead-letter-kind";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String TIMESTAMP = "dead-letter-timestamp";
    static final String CUT = "dead-letter-cut";

    private static final int CUT_BYTES = 64 * 1024;

    ProducerRecord<byte[], byte[]> whole() {
        return of(dead.key(), dead.value(), dead.headers(), List.of());
    }

    ProducerRecord<byte[], byte[]> withoutItsEnd() {
        return of(dead.key(), cut(dead.value()), dead.headers(), cuts(false));
    }

    /// Fits in every topic that takes 256 KiB.
    ProducerRecord<byte[], byte[]> bare() {
        return of(cut(dead.key()), cut(dead.value()), fitting(), cuts(true));
    }

    private ProducerRecord<byte[], byte[]> of(
            byte @Nullable [] key, byte @Nullable [] value, Headers headers, List<String> cuts) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, null, key, value, headers);
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put(REASON, reason.text() + (cuts.isEmpty() ? "" : " (cut: " + String.join(", ", cuts) + ")"));
        ours.put(KIND, reason.kind().name());
        ours.put(TOPIC, dead.topic());
        ours.put(PARTITION, Integer.toString(dead.partition()));
        ours.put(OFFSET, Long.toString(dead.offset()));
        ours.put(TIMESTAMP, Long.toString(dead.timestampMs()));
        if (!cuts.isEmpty()) {
            ours.put(CUT, String.join(", ", cuts));
        }
        ours.forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return letter;
    }

    private List<String> cuts(boolean alsoHeadersAndKey) {
        List<String> cuts = new ArrayList<>();
        if (isLong(dead.value())) {
            cuts.add("value");
        }
        if (alsoHeadersAndKey && fitting().toArray().length < dead.headers().toArray().length) {
            cuts.add("headers");
        }
        if (alsoHeadersAndKey && isLong(dead.key())) {
            cuts.add("key");
        }
        return cuts;
    }

    /// Those that have room, in their order.
    private Headers fitting() {
        Headers fitting = new RecordHeaders();
        long room = CUT_BYTES;
        for (Header each : dead.headers()) {
            long bytes = each.key().length() * 4L + (each.value() == null ? 0 : each.value().length);
            if (bytes <= room) {
                room -= bytes;
                fitting.add(each);
            }
        }
        return fitting;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes) {
        return isLong(bytes) ? Arrays.copyOf(bytes, CUT_BYTES) : bytes;
    }

    private static boolean isLong(byte @Nullable [] bytes) {
        return bytes != null && bytes.length > CUT_BYTES;
    }
}
