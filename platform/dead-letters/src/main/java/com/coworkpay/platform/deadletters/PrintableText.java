package com.coworkpay.platform.deadletters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Any bytes as text that a person may look at: what is no UTF-8 is shown as `[0xNN]`, and what shows nothing or turns
/// the
/// direction of writing as `[U+NNNN]`. For looking only: the bytes cannot be told from it.
final class PrintableText {
    private PrintableText() {}

    /// @param max bytes that are shown at most
    static String of(byte[] bytes, int max) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, max));
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        StringBuilder shown = new StringBuilder(in.remaining());
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            append(shown, out.flip().toString());
            out.clear();
            if (!result.isError()) {
                return shown.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                shown.append(String.format("[0x%02X]", in.get()));
            }
            decoder.reset();
        }
    }

    static String of(String text, int max) {
        return of(text.getBytes(StandardCharsets.UTF_8), max);
    }

    private static void append(StringBuilder shown, String text) {
        text.codePoints().forEach(each -> {
            if (isShown(each)) {
                shown.appendCodePoint(each);
            } else {
                shown.append(String.format("[U+%04X]", each));
            }
        });
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
