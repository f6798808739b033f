package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Members at their edges, as a JSON Schema draws them.
class EventDataTest {

    @ParameterizedTest
    @CsvSource({
        "5000,5000",
        "5000.0,5000",
        "5e3,5000",
        "5E+3,5000",
        "50000e-1,5000",
        "0.5e4,5000",
        "-0,0",
        "-0.0,0",
        "9007199254740993.0,9007199254740993",
        "9223372036854775807,9223372036854775807",
        "9.223372036854775807e18,9223372036854775807"
    })
    void aWholeNumberIsOneHoweverItIsWritten(String json, long number) {
        assertThat(of(json).longValue("a")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5000.5",
                "5e-1",
                "9223372036854775808",
                "1e19",
                "1e999999999",
                "1e-999999999",
                "\"5000\"",
                "true",
                "null",
                "[5000]"
            })
    void whatIsNoWholeNumberIsUnreadable(String json) {
        assertThatThrownBy(() -> of(json).longValue("a"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("a is not a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "2029-01-09T09:00:00+09:00,2029-01-09T00:00:00Z",
        "2029-01-09t00:00:00z,2029-01-09T00:00:00Z",
        "2029-01-09T00:00:00-00:00,2029-01-09T00:00:00Z",
        "2029-01-09T00:00:00.1Z,2029-01-09T00:00:00.1Z",
        "2029-01-09T00:00:00.1234567891Z,2029-01-09T00:00:00.123456789Z",
        "2029-01-09T00:00:00.99999999999999999999+00:00,2029-01-09T00:00:00.999999999Z",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z"
    })
    void anInstantHasItsOffsetAndAnyFraction(String text, Instant instant) {
        assertThat(of("\"" + text + "\"").instant("a")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2029-01-09T09:00:00",
                "2029-01-09T09:00+09:00",
                "2029-01-09T09:00:00+09",
                "2029-01-09T09:00:00+09:00:30",
                "2029-01-09T09:00:00+0900",
                "2029-01-09T09:00:00+19:00",
                "2029-01-09 09:00:00Z",
                "2029-01-09T24:00:00Z",
                "2029-01-09T23:59:60Z",
                "2029-02-29T00:00:00Z",
                "2029-13-01T00:00:00Z",
                "+12029-01-09T09:00:00Z",
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "1970-01-01T08:00:00+09:00",
                "9999-12-31T23:59:59-09:00",
                "2029-01-09",
                "1799999999",
                "２０２９-01-09T09:00:00Z",
                ""
            })
    void whatIsNoInstantIsUnreadable(String text) {
        assertThatThrownBy(() -> of("\"" + text + "\"").instant("a")).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void charactersAreCodePoints() {
        String id = "😀".repeat(200);
        assertThat(of("\"" + id + "\"").id("a")).isEqualTo(id);
        assertThatThrownBy(() -> of("\"" + id + "x\"").id("a")).hasMessage("a is not a text of at most 200 characters");
        String text = "𠮷".repeat(1000);
        assertThat(of("\"" + text + "\"").text("a")).isEqualTo(text);
        assertThatThrownBy(() -> of("\"" + text + "x\"").text("a")).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t\\r\\n", "\u3000\u2003", "\\u0000", "a\\u0000", "\\u0000a"})
    void noTextIsBlankNorHasNul(String text) {
        assertThatThrownBy(() -> of("\"" + text + "\"").text("a")).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> of("\"" + text + "\"").id("a")).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "019abf5e6f3c7d1a9a442f0d7a1c53b1", "019abf5e-6f3c-7d1a-9a44-2f0d7a1c53bg"})
    void aUuidHasItsForm(String text) {
        assertThatThrownBy(() -> of("\"" + text + "\"").uuid("a")).hasMessage("a is not a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"강남", "-a", "a b", "a\\n", "a.b"})
    void aLocationHasItsForm(String text) {
        assertThatThrownBy(() -> of("\"" + text + "\"").locationId("a")).hasMessage("a is not the id of a location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2029-02-29", "+12029-01-09", "1969-12-31", "2029-1-9", "2029-01-09T00:00:00Z"})
    void aDayHasItsForm(String text) {
        assertThatThrownBy(() -> of("\"" + text + "\"").dayOrNull("a")).hasMessage("a is not a day");
    }

    private static EventData of(String json) {
        var headers = new RecordHeaders()
                .add("ce_id", "1".getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "t".getBytes(StandardCharsets.UTF_8));
        byte[] value = ("{\"a\":" + json + "}").getBytes(StandardCharsets.UTF_8);
        return EventData.of(new EventReader(100_000)
                .read(new ConsumedRecord("things", 0, 0, 0, null, value, headers))
                .data());
    }
}
