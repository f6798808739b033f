package com.coworkpay.platform.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;

/// A text that a person typed (a title, a description, a note), normalised as it comes in, so that it is counted,
/// stored, compared and shown in one form: composed (NFC; macOS types Korean decomposed), without what shows nothing at
/// its edges, and without the characters that turn the order in which others are shown. [Text] bounds it.
///
/// Never for ids, idempotency keys and CIDs: those are what they are.
///
/// @param asSent for request hashes alone: they were made of it before texts were normalised, and the same bytes must
/// go on being the same request
public record HumanText(String text, String asSent) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
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
                .filter(codePoint -> !Invisible.turnsTheOrder(codePoint))
                .forEach(shown::appendCodePoint);
        return withoutEdges(Normalizer.normalize(shown, Normalizer.Form.NFC));
    }

    /// A heart's variation selector and a flag's tags stand at the end and stay.
    private static String withoutEdges(String text) {
        String stripped = Invisible.stripped(text);
        if (stripped.isEmpty()) {
            return stripped;
        }
        int end = text.indexOf(stripped) + stripped.length();
        while (end < text.length() && Invisible.changesItsNeighbour(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(text.indexOf(stripped), end);
    }
}
