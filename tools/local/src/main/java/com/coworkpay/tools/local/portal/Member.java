package com.coworkpay.tools.local.portal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who may be played here; the issuer knows them by the same ids. What is public is called by the templates.
enum Member {
    JISOO(new Said("이지수", "Lee Jisoo")),
    TAEHO(new Said("정태호", "Jung Taeho"));

    /// The administrator in whose name the host's page acts.
    static final String ADMINISTRATOR = "minji";

    private final Said name;

    Member(Said name) {
        this.name = name;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Said words() {
        return name;
    }

    /// Jisoo where nobody was chosen: the first steps are hers.
    static Member of(@Nullable String id) {
        return TAEHO.id().equals(id) ? TAEHO : JISOO;
    }
}
