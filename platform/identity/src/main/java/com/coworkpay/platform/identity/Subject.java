package com.coworkpay.platform.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of a `sub`: what OpenID Connect allows, 255 ASCII characters of the issuer's choice. It is never changed on
/// its way: `auth0|64f1…` is stored and compared as it came.
public final class Subject {

    public static final int MAX_LENGTH = 255;

    /// For `@Pattern(regexp = Subject.REGEX)`: printable ASCII, not blanks alone.
    public static final String REGEX = "(?=.*[!-~])[ -~]{1," + MAX_LENGTH + "}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private Subject() {}

    public static boolean isValid(@Nullable String candidate) {
        return candidate != null
                && candidate.length() <= MAX_LENGTH
                && PATTERN.matcher(candidate).matches();
    }
}
