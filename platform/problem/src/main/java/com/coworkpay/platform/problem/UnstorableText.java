package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Finds what JSON can hold and PostgreSQL cannot: the NUL character, and half of a pair of surrogates, which would be
/// stored as another character than was sent. Both can only stand as an escape, in bytes that are no UTF-8, or in
/// another encoding, so that nearly every body is cleared by one look at its bytes.
final class UnstorableText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int FIRST_BYTE_OF_SURROGATES = 0xED;
    private static final int MIN_SECOND_BYTE = 0xA0;

    private UnstorableText() {}

    /// The first text or name that cannot be stored, or null; broken JSON is left to the real reader.
    static @Nullable RequestError in(byte[] json) {
        if (!isSuspect(json)) {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                RequestError.Sentence found = text ? sentence(parser.getText()) : null;
                if (found != null) {
                    return RequestError.of(FieldPath.of(parser.getParsingContext()), found);
                }
            }
        } catch (IOException _) {
            return null;
        }
        return null;
    }

    private static RequestError.@Nullable Sentence sentence(String text) {
        if (text.indexOf('\0') >= 0) {
            return RequestError.Sentence.NUL_CHARACTER;
        }
        boolean half = text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
        return half ? RequestError.Sentence.HALF_CHARACTER : null;
    }

    private static boolean isSuspect(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            boolean suspect =
                    switch (json[i] & 0xFF) {
                        case 0 -> true;
                        case '\\' -> i + 2 < json.length && json[i + 1] == 'u' && isSuspectEscape(json[i + 2]);
                        case FIRST_BYTE_OF_SURROGATES -> i + 1 < json.length && (json[i + 1] & 0xFF) >= MIN_SECOND_BYTE;
                        default -> false;
                    };
            if (suspect) {
                return true;
            }
        }
        return false;
    }

    /// Of NUL, and of surrogates.
    private static boolean isSuspectEscape(byte firstDigit) {
        return firstDigit == '0' || firstDigit == 'd' || firstDigit == 'D';
    }
}
