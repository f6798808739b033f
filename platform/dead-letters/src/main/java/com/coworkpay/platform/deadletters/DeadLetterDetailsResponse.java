package com.coworkpay.platform.deadletters;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A dead letter with what it holds, as text to look at, and what people did about it.
@Schema(name = "DeadLetterDetails")
record DeadLetterDetailsResponse(
        DeadLetterResponse deadLetter,

        @Schema(description = "Kafka key as text: bytes that are no UTF-8 as [0xNN], invisible characters as [U+NNNN]")
        @Nullable
        String key,

        @Schema(description = "The message in the same form; may hold personal data") @Nullable
        String value,

        List<HeaderResponse> headers,

        @Schema(description = "Parts that are not shown whole: key, value, headers")
        List<String> cut,

        @Schema(description = "The command that reads the whole from its topic, while the topic has it")
        String command,

        @Schema(description = "Oldest first") List<LetterAction> actions) {

    private static final int MAX_VALUE = 64 * 1024;
    private static final int MAX_SHORT = 1024;
    private static final int MAX_HEADERS = 50;
    private static final String HEADERS = "headers";
    private static final String COMMAND =
            "kafka-console-consumer.sh --bootstrap-server <broker> --topic %s --partition %d --offset %d --max-messages 1"
                    + " --property print.key=true --property print.headers=true";

    @Schema(name = "DeadLetterHeader")
    record HeaderResponse(String name, @Nullable String value) {}

    static DeadLetterDetailsResponse of(DeadLetter letter, DeadLetterRow row, List<LetterAction> actions) {
        List<String> cut =
                new ArrayList<>(row.isWhole() ? List.of() : List.of(row.cut().split(", ")));
        return new DeadLetterDetailsResponse(
                DeadLetterResponse.of(letter),
                shown(row.key(), MAX_SHORT, "key", cut),
                shown(row.value(), MAX_VALUE, "value", cut),
                headers(row.headers(), cut),
                cut.stream().distinct().sorted().toList(),
                COMMAND.formatted(letter.topic(), letter.partitionNo(), letter.offsetNo()),
                actions);
    }

    private static List<HeaderResponse> headers(JsonArray headers, List<String> cut) {
        List<HeaderResponse> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(headers.size(), MAX_HEADERS); i++) {
            JsonArray header = headers.getJsonArray(i);
            shown.add(new HeaderResponse(
                    String.valueOf(shown(bytes(header.getString(0)), MAX_SHORT, HEADERS, cut)),
                    shown(bytes(header.getString(1)), MAX_SHORT, HEADERS, cut)));
        }
        if (headers.size() > MAX_HEADERS) {
            cut.add(HEADERS);
        }
        return shown;
    }

    private static byte @Nullable [] bytes(@Nullable String base64) {
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }

    private static @Nullable String shown(byte @Nullable [] bytes, int max, String part, List<String> cut) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length > max) {
            cut.add(part);
        }
        return PrintableText.of(bytes, max);
    }
}
