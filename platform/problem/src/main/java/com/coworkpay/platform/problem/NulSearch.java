package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the NUL character, which JSON can hold and PostgreSQL cannot. In JSON it can only stand as an escape, so
/// nearly every body is cleared by one look at its bytes.
final class NulSearch {

    private static final String ESCAPE = "\\u0000";
    private static final JsonFactory FACTORY = new JsonFactory();

    private NulSearch() {}

    /// @return the path of the first text or name with a NUL, or null; broken JSON is left to the real reader
    static @Nullable String fieldWithNul(byte[] json) {
        if (!new String(json, StandardCharsets.ISO_8859_1).contains(ESCAPE)) {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (text && parser.getText().indexOf('\0') >= 0) {
                    return FieldPath.of(parser.getParsingContext());
                }
            }
        } catch (IOException _) {
            return null;
        }
        return null;
    }
}
