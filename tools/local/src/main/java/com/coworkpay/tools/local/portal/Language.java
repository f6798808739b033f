package com.coworkpay.tools.local.portal;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Language of a page: what was chosen, else the browser's wish, else Korean. The cookie is the console's too: a choice
/// made here holds there. What is public is called by the templates.
enum Language {
    KO(Locale.KOREAN, "한국어", "uuuu. M. d. (E) HH:mm", "uuuu. M. d. (E)"),
    EN(Locale.ENGLISH, "English", "EEE d MMM uuuu, HH:mm", "EEE d MMM uuuu");

    static final String COOKIE = "language";

    private static final long COOKIE_S = 365L * 24 * 3600;

    private final Locale locale;
    private final String label;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    Language(Locale locale, String label, String moment, String day) {
        this.locale = locale;
        this.label = label;
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
        this.day = DateTimeFormatter.ofPattern(day, locale);
    }

    public String code() {
        return locale.getLanguage();
    }

    public String label() {
        return label;
    }

    public Language other() {
        return this == KO ? EN : KO;
    }

    /// 22,000원 or ₩22,000.
    public String won(long krw) {
        String digits = NumberFormat.getIntegerInstance(Locale.KOREA).format(krw);
        return this == KO ? digits + "원" : "₩" + digits;
    }

    String time(Instant at, ZoneId zone) {
        return moment.format(at.atZone(zone));
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    static Language of(RoutingContext context) {
        var chosen = of(context.request().getParam("lang"));
        if (chosen != null) {
            context.response()
                    .addCookie(Cookie.cookie(COOKIE, chosen.code())
                            .setPath("/")
                            .setMaxAge(COOKIE_S)
                            .setHttpOnly(true)
                            .setSameSite(io.vertx.core.http.CookieSameSite.LAX));
            return chosen;
        }
        var cookie = context.request().getCookie(COOKIE);
        var kept = of(cookie == null ? null : cookie.getValue());
        if (kept != null) {
            return kept;
        }
        for (var wish : context.acceptableLanguages()) {
            var wished = of(wish.tag());
            if (wished != null) {
                return wished;
            }
        }
        return KO;
    }

    private static @Nullable Language of(@Nullable String tag) {
        for (var language : values()) {
            if (language.code().equalsIgnoreCase(tag)) {
                return language;
            }
        }
        return null;
    }
}
