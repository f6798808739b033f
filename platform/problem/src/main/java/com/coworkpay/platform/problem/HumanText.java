package com.coworkpay.platform.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// A text that a person typed (a title, a description, a note), normalised as it comes in, so that it is counted,
/// stored, compared and shown in one form: composed (NFC; macOS types Korean decomposed), without what shows nothing at
/// its edges, and without the characters that turn the order in which others are shown. [Text] bounds it.
///
/// Never for ids, idempotency keys and CIDs: those are what they are.
///
/// @param asSent for request hashes alone: they were made of it before texts were normalised, and the same bytes must
/// go on being the same request
@JsonDeserialize(using = HumanText.Reader.class)
public record HumanText(String text, String asSent) {

    public static HumanText of(String asSent) {
        return new HumanText(normalised(asSent), asSent);
    }

    /// In characters as people count them: code points, after composing.
    public int length() {
        return text.codePointCount(0, text.length());
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    private static String normalised(String asSent) {
        StringBuilder shown = new StringBuilder(asSent.length());
        asSent.codePoints()
                .filter(codePoint -> !InvisibleCharacters.turnsTheOrder(codePoint))
                .forEach(shown::appendCodePoint);
        return withoutEdges(Normalizer.normalize(shown, Normalizer.Form.NFC));
    }

    /// A heart's variation selector and a flag's tags stand at the end and stay.
    private static String withoutEdges(String text) {
        String stripped = InvisibleCharacters.stripped(text);
        if (stripped.isEmpty()) {
            return stripped;
        }
        int end = text.indexOf(stripped) + stripped.length();
        while (end < text.length() && InvisibleCharacters.changesItsNeighbour(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(text.indexOf(stripped), end);
    }

    /// A text and nothing else: an object would make one of nothing.
    static final class Reader extends StdScalarDeserializer<HumanText> {

        Reader() {
            super(HumanText.class);
        }

        @Override
        public @Nullable HumanText deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? of(json.getText())
                    : (HumanText) context.handleUnexpectedToken(String.class, json);
        }
    }
}
