package com.coworkpay.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people type into forms.
public final class Typed {

    private Typed() {}

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// The first entry of a list to choose from is empty: all.
    static List<String> chosen(List<String> values) {
        return values.stream().filter(each -> !each.isBlank()).toList();
    }

    /// People write `22,000` and `22,000원`.
    public static @Nullable String amount(@Nullable String value) {
        return orNull(text(value).replaceAll("[,\\s원₩]", ""));
    }
}
