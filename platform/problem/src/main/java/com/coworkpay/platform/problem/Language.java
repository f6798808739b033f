package com.coworkpay.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The languages that callers are answered in; English where they ask for neither.
///
/// Every sentence of an answer, and its `Content-Language`, comes from one choice made here: a second negotiation
/// elsewhere sooner or later answers in two languages.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    KOREAN(Locale.KOREAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// For `Content-Language`.
    public String tag() {
        return locale.getLanguage();
    }

    public static Language of(RoutingContext request) {
        return preferred(String.join(",", request.request().headers().getAll("Accept-Language")));
    }

    /// The one that the caller likes best, English where that is neither.
    ///
    /// @param acceptLanguage the header as sent (RFC 9110, 12.5.4)
    public static Language preferred(@Nullable String acceptLanguage) {
        return chosen(LanguageRange.listOf(acceptLanguage))
                .orElseGet(() -> isRefused(ENGLISH, LanguageRange.listOf(acceptLanguage)) ? KOREAN : ENGLISH);
    }

    /// What the caller asks for, empty where that is neither language: for answers with a default of their own.
    public static Optional<Language> asked(@Nullable String acceptLanguage) {
        return chosen(LanguageRange.listOf(acceptLanguage));
    }

    /// RFC 4647, 3.4 (lookup): the ranges in the caller's order, each shortened from its end until it is a language we
    /// speak. Ours have one subtag, so the first one of the range decides: `ko-Kore-KR` is Korean. `*` says
    /// nothing.
    private static Optional<Language> chosen(List<LanguageRange> ranges) {
        return ranges.stream()
                .filter(range -> !range.isRefused())
                .flatMap(range -> Stream.of(values()).filter(language -> range.isOf(language.tag())))
                .filter(language -> !isRefused(language, ranges))
                .findFirst();
    }

    /// Only a language as a whole can be refused: `ko-KP;q=0` leaves other Korean welcome.
    private static boolean isRefused(Language language, List<LanguageRange> ranges) {
        return ranges.stream().anyMatch(range -> range.isRefused() && range.isExactly(language.tag()));
    }
}
