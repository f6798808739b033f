package com.coworkpay.integration.connection;

import com.coworkpay.platform.problem.InvisibleCharacters;
import com.coworkpay.platform.secret.SecretText;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a text cannot be a key, found before KakaoPay is bothered. KakaoPay's admin keys have 32 characters and its
/// secret keys 40, but neither length is promised, so the bounds are wide.
enum KeyFormatError {
    /// The header's prefix was copied along with the key.
    HAS_PREFIX,
    /// Too short, too long, or with characters that no key has (spaces, line breaks, letters beyond ASCII).
    MALFORMED;

    private static final Pattern PREFIX = Pattern.compile(
            "(authorization\\s*:.*)|((DEV_)?SECRET_KEY|KakaoAK|Bearer)[^\\x21-\\x7e].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /// From 12 on, so that the last four characters give nothing away.
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{12,128}");

    static Optional<KeyFormatError> of(SecretText key) {
        if (PREFIX.matcher(key.reveal()).matches()) {
            return Optional.of(HAS_PREFIX);
        }
        return FORM.matcher(key.reveal()).matches() ? Optional.empty() : Optional.of(MALFORMED);
    }

    /// Without the blanks, line breaks and invisible characters that copying leaves around a key. One that holds
    /// nothing else stays as it is, and is malformed.
    static SecretText trimmed(SecretText key) {
        String text = InvisibleCharacters.stripped(key.reveal());
        return text.isEmpty() ? key : SecretText.of(text);
    }
}
