package com.coworkpay.platform.testkit.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Values that people, programs and attackers send instead of the right one.
final class Oddities {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "x".repeat(300),
            "x".repeat(3000),
            "😀".repeat(300),
            "\u200B",
            "\uFEFF",
            "\u202Ex",
            "\u3164",
            "한글",
            "ａ",
            "a b",
            "a/b",
            "a;b=c",
            "..",
            "*",
            "%",
            "%00",
            "'; drop table payment; --",
            "<script>",
            "${jndi:x}",
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "NaN",
            "9223372036854775808",
            "2147483648",
            "1.5",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "9999-12-31T23:59:60+18:00",
            "2026-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "Asia/Seoul",
            "\r\nX-Y: z",
            "\\",
            "\"",
            "\u0378",
            "\uDBFF\uDFFF");

    /// As they stand in JSON; some are none.
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "-0",
            "00",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "5000.0",
            "5e3",
            "\"\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud83e\"",
            "\"\\udc00\\ud800\"",
            "\"\\u200b\"",
            "\"5000\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":1}",
            "{\"kind\":\"X\"}",
            "{\"\":null}",
            "{\"__proto__\":{}}",
            "NaN",
            "undefined",
            "'x'",
            "\"" + "x".repeat(5000) + "\"",
            "\"" + "😀".repeat(300) + "\"",
            "\"" + "y".repeat(120_000) + "\"",
            "[".repeat(2000) + "]".repeat(2000),
            "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
            "1".repeat(2000));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "\"text\"",
            "1",
            "{",
            "{\"a\"",
            "}{",
            "\uFEFF{}",
            "<xml/>",
            "{\"a\":1}{\"b\":2}",
            "[".repeat(50_000),
            "\0\0\0",
            "{\"\\u0000\":1}",
            "{\"\\ud800\":1}",
            "a=b&c=d");

    private static final List<String> LANGUAGES = List.of(
            "ko",
            "en",
            "ko-US",
            "ko-Kore-KR",
            "fr,ko;q=0.1",
            "*",
            "%%%",
            "ko;q=0",
            "x".repeat(2000),
            "ko,".repeat(500));

    private Oddities() {}

    static String text(Random random) {
        return any(TEXTS, random);
    }

    /// Without anything in it a segment would make the address that of another endpoint.
    static String segment(Random random) {
        String text = text(random);
        return text.isEmpty() ? "~" : text;
    }

    static String raw(Random random) {
        return any(RAW, random);
    }

    static String body(Random random) {
        return any(BODIES, random);
    }

    static String language(Random random) {
        return any(LANGUAGES, random);
    }

    static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /// A dot as a whole segment would be taken out by the client.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    /// What a header of HTTP/1.1 can carry.
    static String inHeader(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?").strip();
    }
}
