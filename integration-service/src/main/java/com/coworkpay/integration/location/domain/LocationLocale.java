package com.coworkpay.integration.location.domain;

import java.util.Locale;

/// The language a location speaks to its members in.
public enum LocationLocale {
    KO,
    EN;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for any other text than `ko` and `en`
    public static LocationLocale ofTag(String tag) {
        return switch (tag) {
            case "ko" -> KO;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("locale is ko or en");
        };
    }
}
