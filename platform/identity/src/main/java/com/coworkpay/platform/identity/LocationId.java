package com.coworkpay.platform.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of a location's id. It stands in paths, claims and Kafka keys, so it is plain ASCII.
public final class LocationId {

    /// For `@Pattern(regexp = LocationId.REGEX)`.
    public static final String REGEX = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private LocationId() {}

    public static boolean isValid(@Nullable String candidate) {
        return candidate != null && PATTERN.matcher(candidate).matches();
    }
}
