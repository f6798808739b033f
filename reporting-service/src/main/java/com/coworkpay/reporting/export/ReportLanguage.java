package com.coworkpay.reporting.export;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages of the headings.
enum ReportLanguage {
    KO(Locale.KOREAN),
    EN(Locale.ENGLISH);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /// What is asked for counts first, then what the browser prefers, then the location's own.
    ///
    /// @param preferred by the browser (`Accept-Language`), empty where that is neither of these
    /// @param ofLocation `ko` or `en`; null while the location is not known
    static ReportLanguage of(
            @Nullable ReportLanguage asked, Optional<ReportLanguage> preferred, @Nullable String ofLocation) {
        if (asked != null) {
            return asked;
        }
        return preferred.orElse("en".equals(ofLocation) ? EN : KO);
    }
}
