package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.CardCompany;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Language of a page: `?lang=`, else the browser's wish, else Korean. What is public is called by the templates.
enum Language {
    KO,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return this == KO ? "한국어" : "English";
    }

    public Language other() {
        return this == KO ? EN : KO;
    }

    public String nameOf(CardCompany card) {
        return this == KO ? card.korean() : card.english();
    }

    /// 22,000원 or ₩22,000.
    public String won(long krw) {
        String digits = NumberFormat.getIntegerInstance(Locale.KOREA).format(Math.abs(krw));
        return (krw < 0 ? "-" : "") + (this == KO ? digits + "원" : "₩" + digits);
    }

    static Language of(RoutingContext context) {
        Language asked = of(context.request().getParam("lang"));
        if (asked != null) {
            return asked;
        }
        for (LanguageHeader wish : context.acceptableLanguages()) {
            Language wished = of(wish.tag());
            if (wished != null) {
                return wished;
            }
        }
        return KO;
    }

    private static @Nullable Language of(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "ko" -> KO;
            case "en" -> EN;
            default -> null;
        };
    }
}
