package com.coworkpay.console.session;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages of the pages.
public enum Language {
    KO(Locale.KOREAN, "한국어"),
    EN(Locale.ENGLISH, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// Of `<html lang>` and of the address that switches to it.
    public String tag() {
        return locale.getLanguage();
    }

    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == KO ? EN : KO;
    }

    /// What was chosen, else what the browser prefers, else Korean.
    static Language of(@Nullable String chosen, List<Locale> preferred) {
        for (Language language : values()) {
            if (language.tag().equals(chosen)) {
                return language;
            }
        }
        return preferred.stream()
                .flatMap(locale ->
                        List.of(values()).stream().filter(each -> each.tag().equals(locale.getLanguage())))
                .findFirst()
                .orElse(KO);
    }
}
