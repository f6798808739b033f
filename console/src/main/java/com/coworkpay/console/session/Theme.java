package com.coworkpay.console.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Light or dark; without a choice as the person's system has it.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(@Nullable String chosen) {
        for (Theme theme : values()) {
            if (theme.tag().equals(chosen)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
