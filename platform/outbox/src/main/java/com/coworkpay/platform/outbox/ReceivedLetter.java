package com.coworkpay.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A dead letter as it lies in `<service>.dlq`, with the record that it is of. Only the headers at the end are
/// believed,
/// which [DeadLetter] adds: the sender of the event chose those before them. A record without them is one that somebody
/// else wrote there; its place is its own.
///
/// @param timestampMs the original record's own
/// @param headers the original record's
/// @param cut the parts that are not whole: `value`, `headers`, `key`
public record ReceivedLetter(
        String topic,
        int partition,
        long offset,
        long timestampMs,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers,
        DeadLetterReason reason,
        List<String> cut) {

    private static final List<String> OURS = List.of(
            DeadLetter.REASON,
            DeadLetter.KIND,
            DeadLetter.TOPIC,
            DeadLetter.PARTITION,
            DeadLetter.OFFSET,
            DeadLetter.TIMESTAMP);

    /// Legal names of topics.
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    public static ReceivedLetter of(ConsumerRecord<byte[], byte[]> letter) {
        List<Header> headers = List.of(letter.headers().toArray());
        boolean isCut = !headers.isEmpty() && headers.getLast().key().equals(DeadLetter.CUT);
        int end = headers.size() - (isCut ? 1 : 0);
        int begin = end - OURS.size();
        return ours(headers, begin, end)
                .flatMap(texts ->
                        written(letter, headers.subList(0, begin), texts, isCut ? text(headers.getLast()) : ""))
                .orElseGet(() -> new ReceivedLetter(
                        letter.topic(),
                        letter.partition(),
                        letter.offset(),
                        letter.timestamp(),
                        letter.key(),
                        letter.value(),
                        headers,
                        new DeadLetterReason(DeadLetterKind.UNREADABLE, "no dead letter of this service"),
                        List.of()));
    }

    private static Optional<List<String>> ours(List<Header> headers, int begin, int end) {
        if (begin < 0
                || !headers.subList(begin, end).stream()
                        .map(Header::key)
                        .toList()
                        .equals(OURS)) {
            return Optional.empty();
        }
        return Optional.of(
                headers.subList(begin, end).stream().map(ReceivedLetter::text).toList());
    }

    private static Optional<ReceivedLetter> written(
            ConsumerRecord<byte[], byte[]> letter, List<Header> headers, List<String> ours, String cut) {
        if (!TOPIC.matcher(ours.get(2)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReceivedLetter(
                    ours.get(2),
                    Integer.parseInt(ours.get(3)),
                    Long.parseLong(ours.get(4)),
                    Long.parseLong(ours.get(5)),
                    letter.key(),
                    letter.value(),
                    headers,
                    new DeadLetterReason(DeadLetterKind.valueOf(ours.get(1)), ours.get(0)),
                    cut.isEmpty() ? List.of() : List.of(cut.split(", "))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// The text of the last header of that name; null if there is none.
    public @Nullable String header(String name) {
        return headers.reversed().stream()
                .filter(each -> each.key().equals(name))
                .findFirst()
                .map(ReceivedLetter::text)
                .orElse(null);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
