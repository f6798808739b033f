package com.coworkpay.checks.docs.settings;

import java.util.Locale;

/// Durations are written in two ways; the page has one.
final class Durations {
    private Durations() {}

    /// `PT10M` as `10m`; everything else as it is.
    static String readable(String value) {
        return value.matches("PT[0-9.]+[HMS]") ? value.substring(2).toLowerCase(Locale.ROOT) : value;
    }
}
