package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is an event and what is none, whatever comes.
class EventReaderTest {
    private static final EventReader READER = new EventReader(262_144);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"a":1,"a":1}                        | duplicate member
            {"a":{"b":"x","b":"y"}}              | duplicate member
            {"a":[{"b":[{"c":1,"d":2,"c":3}]}]}  | duplicate member
            {"a":1,"\\u0061":2}                  | duplicate member
            {"a":1} {"a":2}                      | not JSON
            {"a":1}x                             | not JSON
            {"a":NaN}                            | not JSON
            {"a":Infinity}                       | not JSON
            {"a":01}                             | not JSON
            {"a":.5}                             | not JSON
            {"a":+5}                             | not JSON
            {"a":1,}                             | not JSON
            {'a':1}                              | not JSON
            {a:1}                                | not JSON
            {"a":1 /* b */}                      | not JSON
            {"a":"\\x"}                          | not JSON
            {"a":"\\ud800"}                      | a text with half a surrogate pair
            {"a":"\\udc00\\ud800"}               | a text with half a surrogate pair
            {"\\uD83D":1}                        | a text with half a surrogate pair
            "a"                                  | not a JSON object
            [{}]                                 | not a JSON object
            null                                 | not a JSON object
            """)
    void whatIsNoneIsSaid(String json, String reason) {
        assertUnreadable(bytes(json), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d",
                // "é" of Latin-1, "/" in two bytes, half a pair in UTF-8, and beyond the last plane.
                "7b2261223a22e9227d",
                "7b2261223a22c0af227d",
                "7b2261223a22eda080227d",
                "7b2261223a22f4908080227d",
                // UTF-16.
                "fffe7b0022006100220031007d00"
            })
    void whatIsNoUtf8IsSaid(String hex) {
        assertUnreadable(HexFormat.of().parseHex(hex), "not UTF-8");
    }

    @Test
    void whatHasNoBoundsIsSaid() {
        assertUnreadable(bytes("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), "nested too deeply");
        assertUnreadable(bytes("{\"a\":" + "9".repeat(100_000) + "}"), "too long");
        assertUnreadable(bytes("{\"" + "a".repeat(100_000) + "\":1}"), "too long");
        assertUnreadable(bytes("{\"a\":1e99999999999}"), "number");
    }

    @Test
    void whatIsOddAndNoneTheLessAnEventIsTaken() {
        assertThat(read("\uFEFF{\"a\":1}").data().path("a").intValue()).isOne();
        assertThat(read("  {\"a\":\"\\ud83d\\ude00\"}\n ").data().path("a").textValue())
                .isEqualTo("😀");
        assertThat(read("{\"a\":\"\\\\ud800\"}").data().path("a").textValue()).isEqualTo("\\ud800");
        assertThat(read("{\"a\":\"\\u0000\",\"\\u0000\":1}").data()).hasSize(2);
        assertThat(read("{\"\":{\"\":1}}").data()).hasSize(1);
        assertThatCode(() -> read("{\"a\":1e999999999,\"b\":-0.0,\"c\":1e-999999999}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}"))
                .doesNotThrowAnyException();
    }

    @Test
    void idsOfOtherBytesAreNotAllOne() {
        var headers = new RecordHeaders().add("ce_id", new byte[] {(byte) 0xff}).add("ce_type", bytes("t"));
        assertThatThrownBy(() -> READER.read(new ConsumedRecord("things", 0, 0, 0, null, bytes("{}"), headers)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("ce_id is not UTF-8");
    }

    @Property(tries = 2000)
    void whateverBytesComeTheyAreAnEventOrNone(@ForAll byte[] value) {
        assertThatCode(() -> readOrNot(value)).doesNotThrowAnyException();
    }

    @Property(tries = 2000)
    void whateverTextComesItIsAnEventOrNone(@ForAll String text, @ForAll String id) {
        assertThatCode(() -> readOrNot(bytes("{\"a\":" + text + "}"))).doesNotThrowAnyException();
        assertThatCode(() -> readOrNot(bytes("{\"a\":\"" + text + "\",\"" + id + "\":1}")))
                .doesNotThrowAnyException();
    }

    private static @Nullable IncomingEvent readOrNot(byte[] value) {
        try {
            return READER.read(record(value));
        } catch (UnreadableEventException none) {
            return null;
        }
    }

    private static IncomingEvent read(String json) {
        return READER.read(record(bytes(json)));
    }

    private static void assertUnreadable(byte[] value, String reason) {
        assertThatThrownBy(() -> READER.read(record(value)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(reason);
    }

    private static ConsumedRecord record(byte[] value) {
        var headers = new RecordHeaders().add("ce_id", bytes("1")).add("ce_type", bytes("thing.happened.v1"));
        return new ConsumedRecord("things", 0, 0, 0, null, value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
