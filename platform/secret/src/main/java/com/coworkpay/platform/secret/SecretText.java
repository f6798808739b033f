package com.coworkpay.platform.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text that must not be seen: a KakaoPay key, a `pg_token`.
///
/// It may be read from JSON, so that a request record holds it from the first moment and its `toString` shows
/// nothing; it is never written to JSON, by any serializer setting. Only [#reveal()] gives the text out, which
/// makes every such place easy to find.
public final class SecretText {

    /// Shorter secrets would be half shown by their last four characters.
    private static final int MIN_LENGTH_WITH_TAIL = 12;

    private static final int TAIL_LENGTH = 4;

    private final String text;

    private SecretText(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException for an empty or blank text: check what a visitor sends before you wrap it
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SecretText of(String text) {
        if (Objects.requireNonNull(text, "text").isBlank()) {
            throw new IllegalArgumentException("A secret must not be empty.");
        }
        return new SecretText(text);
    }

    /// The text itself. Give it straight to whom it is for; keep it in no field, log, event or exception.
    public String reveal() {
        return text;
    }

    /// The last four characters, by which a person recognises a key; empty for a secret shorter than twelve.
    public String lastFour() {
        return text.length() < MIN_LENGTH_WITH_TAIL ? "" : text.substring(text.length() - TAIL_LENGTH);
    }

    /// Jackson asks here for the value to write: there is none.
    @JsonValue
    private String refuseToBeWritten() {
        throw new IllegalStateException("A secret is not written to JSON.");
    }

    /// In constant time, so that the answer's duration does not tell how much of a guess was right.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
