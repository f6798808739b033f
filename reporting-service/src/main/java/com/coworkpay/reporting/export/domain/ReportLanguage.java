package com.coworkpay.reporting.export.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages of the headings.
public enum ReportLanguage {
    KO(Locale.KOREAN),
    EN(Locale.ENGLISH);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// What is asked for counts first, then what the browser prefers, then the location's own.
    ///
    /// @param acceptLanguage the header as sent (RFC 9110, 12.5.4); a malformed one counts as none
    /// @param ofLocation `ko` or `en`; null while the location is not known
    public static ReportLanguage of(
            @Nullable ReportLanguage asked, @Nullable String acceptLanguage, @Nullable String ofLocation) {
        if (asked != null) {
            return asked;
        }
        return preferred(acceptLanguage).orElse("en".equals(ofLocation) ? EN : KO);
    }

    private static Optional<ReportLanguage> preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        try {
            Locale found =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.KOREAN, Locale.ENGLISH));
            return found == null ? Optional.empty() : Optional.of(found.equals(Locale.KOREAN) ? KO : EN);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
