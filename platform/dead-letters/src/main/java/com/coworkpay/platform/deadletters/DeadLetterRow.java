package com.coworkpay.platform.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.coworkpay.platform.outbox.DeadLetterKind;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.ReceivedLetter;
import io.vertx.core.json.JsonArray;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// A dead letter with all that it holds, as its row has it.
///
/// Public for the statement, which reads its components.
///
/// @param headers names and values in Base64
/// @param cut parts that are not whole: `value, headers, key`; empty where all are
public record DeadLetterRow(
        UUID id,
        String topic,
        int partitionNo,
        long offsetNo,
        byte[] digest,
        long timestampMs,
        byte @Nullable [] key,
        byte @Nullable [] value,
        JsonArray headers,
        String cut,
        DeadLetterKind kind,
        String reason,
        @Nullable String eventId,
        @Nullable String eventType) {

    /// As the table has it; Kafka's own limit of a record, unless an installation raised it.
    private static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_TEXT = 500;
    private static final String VALUE = "value";
    private static final String KEY = "key";

    static DeadLetterRow of(ReceivedLetter letter) {
        JsonArray headers = new JsonArray();
        letter.headers()
                .forEach(each -> headers.add(
                        new JsonArray().add(base64(each.key().getBytes(UTF_8))).add(base64(each.value()))));
        List<String> cut = new ArrayList<>(letter.cut());
        return new DeadLetterRow(
                Ids.next(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                digest(letter, headers),
                letter.timestampMs(),
                bounded(letter.key(), KEY, cut),
                bounded(letter.value(), VALUE, cut),
                headers,
                String.join(", ", cut),
                letter.reason().kind(),
                PrintableText.of(letter.reason().text(), MAX_TEXT),
                printable(letter.header("ce_id")),
                printable(letter.header("ce_type")));
    }

    boolean isWhole() {
        return cut.isEmpty();
    }

    /// As it came, unless something is cut.
    ConsumerRecord<byte[], byte[]> asRecord() {
        Headers all = new RecordHeaders();
        for (int i = 0; i < headers.size(); i++) {
            JsonArray header = headers.getJsonArray(i);
            all.add(new RecordHeader(
                    new String(bytes(header.getString(0)), UTF_8),
                    header.getString(1) == null ? null : bytes(header.getString(1))));
        }
        return new ConsumerRecord<>(
                topic,
                partitionNo,
                offsetNo,
                timestampMs,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                all,
                Optional.empty());
    }

    /// Whether a record at its place is the one that it was cut of, and not one of a topic that was made again.
    boolean isCutOf(ConsumerRecord<byte[], byte[]> whole) {
        return whole.timestamp() == timestampMs && begins(whole.value(), value) && begins(whole.key(), key);
    }

    private static boolean begins(byte @Nullable [] whole, byte @Nullable [] part) {
        if (whole == null || part == null) {
            return whole == part;
        }
        return whole.length >= part.length && Arrays.equals(whole, 0, part.length, part, 0, part.length);
    }

    private static byte @Nullable [] bounded(byte @Nullable [] bytes, String part, List<String> cut) {
        if (bytes == null || bytes.length <= MAX_BYTES) {
            return bytes;
        }
        if (!cut.contains(part)) {
            cut.add(part);
        }
        return Arrays.copyOf(bytes, MAX_BYTES);
    }

    private static byte[] digest(ReceivedLetter letter, JsonArray headers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((letter.timestampMs() + headers.encode() + (letter.key() == null) + (letter.value() == null))
                    .getBytes(UTF_8));
            digest.update(letter.key() == null ? new byte[0] : letter.key());
            digest.update((byte) 0);
            return digest.digest(letter.value() == null ? new byte[0] : letter.value());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String printable(@Nullable String text) {
        return text == null ? null : PrintableText.of(text, MAX_TEXT);
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
